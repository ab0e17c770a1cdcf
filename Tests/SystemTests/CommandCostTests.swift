import HostProcess
import Testing

/// Reading specs and SVD files takes as much work as the file has registers: nothing looks at all of them for each, and
/// nothing on the way from a file to Swift is done twice, or for each character.
///
/// Work is instructions of the whole command, which Valgrind counts: the same whatever else the machine does.
/// docs/benchmarks.md has the figures of an optimised build.
extension SystemTests {
  @Suite(.timeLimit(.minutes(20)))
  struct CommandCosts {
    @Test func checkingGrowsWithTheNumberOfRegisters() throws {
      let costs = try [100, 400, 1_600].map { count in
        Cost(
          count,
          try Self.instructions(
            ["check"], of: Self.spec(registerCount: count), named: "big.driver.yaml", endingWith: 1))
      }
      #expect(Cost.growth(of: costs) < 1.1, "\(costs)")
    }

    @Test func importingGrowsWithTheNumberOfRegistersAndIsFewTimesTheReading() throws {
      let imported = try [20, 60, 120].map { count in
        Cost(
          count,
          try Self.instructions(
            ["import", "svd", "--output", "specs", "--swift", "sources"], of: Self.file(registerCount: count),
            named: "chip.svd"))
      }
      #expect(Cost.growth(of: imported) < 1.1, "\(imported)")
      let listed = try [20, 60].map { count in
        Cost(
          count,
          try Self.instructions(
            ["import", "svd", "--list"], of: Self.file(registerCount: count), named: "chip.svd"))
      }
      // 4.2 when it was last counted.
      let ratio = Cost.perRegister(imported[0], imported[1]) / Cost.perRegister(listed[0], listed[1])
      #expect(ratio < 5, "\(imported), \(listed)")
    }

    /// The instructions of a command on a file of so many registers.
    struct Cost: CustomStringConvertible {
      let registerCount: Int
      let instructions: Int

      init(_ registerCount: Int, _ instructions: Int) {
        self.registerCount = registerCount
        self.instructions = instructions
      }

      var description: String { "\(instructions) instructions for \(registerCount) registers" }

      /// What one register more costs, between two sizes.
      static func perRegister(_ few: Cost, _ many: Cost) -> Double {
        Double(many.instructions - few.instructions) / Double(many.registerCount - few.registerCount)
      }

      /// What a register costs among many, in what it costs among few.
      static func growth(of costs: [Cost]) -> Double {
        perRegister(costs[1], costs[2]) / perRegister(costs[0], costs[1])
      }
    }

    /// Counts the instructions of the command on one file; it must end with a status.
    private static func instructions(
      _ arguments: [String], of text: String, named name: String, endingWith status: Int32 = 0
    ) throws -> Int {
      let folder = try TemporaryFolder(prefix: "dddk-cost")
      try text.write(toFile: folder.file(name), atomically: false, encoding: .utf8)
      let outcome = try Command.run(
        program: [
          "valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", Command.path,
        ] + arguments + [name], in: folder.path)
      try #require(outcome.status == .exited(status), "\(outcome.messages)")
      // Its report ends with a line such as `==1234== I   refs:      1,234,567`.
      return try #require(
        outcome.messages.split(separator: "refs:").last.flatMap { Int($0.filter(\.isNumber)) },
        "\(outcome.messages)")
    }

    /// Registers of which half stand one after the other, as in a device, and half in one place, the worst for whatever
    /// compares them.
    private static func spec(registerCount: Int) -> String {
      let registers = (0..<registerCount).map { index in
        let offset = index.isMultiple(of: 2) ? index * 4 : 0
        return """
            R\(index): {offset: \(offset), summary: a text, fields: {A: 3:0, B: {bits: 7:4, access: read-only}}}

          """
      }
      return """
        dddk: 1
        driver: Big
        device: {compatible: ["vendor,device"]}
        resources: {registers: {mmio: 0, size: 0x10000}}
        register-width: 32
        registers:
        \(registers.joined())
        """
    }

    /// Registers of four fields, in the proportions of vendors' files: long descriptions, some of them over several lines.
    private static func file(registerCount: Int) -> String {
      let words =
        "this bit is set and cleared by software, and\n      is reserved while the peripheral is enabled"
      let registers = (0..<registerCount).map { index in
        let fields = (0..<4).map { field in
          let values = ["B_0x0", "B_0x1"].enumerated().map { number, name in
            """
            <enumeratedValue><name>\(name)</name><description>\(words)</description>
            <value>\(number)</value></enumeratedValue>

            """
          }
          return """
            <field><name>FIELD\(field)</name><description>Field \(field): \(words) \(words)</description>
            <bitOffset>\(4 * field)</bitOffset><bitWidth>2</bitWidth>
            <enumeratedValues>\(values.joined())</enumeratedValues></field>

            """
        }
        return """
          <register><name>REG\(index)</name><description>register \(index)</description>
          <addressOffset>\(4 * index)</addressOffset><fields>\(fields.joined())</fields></register>

          """
      }
      return """
        <device><name>chip</name><width>32</width><size>32</size><access>read-write</access><resetValue>0</resetValue>
        <peripherals><peripheral><name>PORT</name><baseAddress>0x1000</baseAddress>
        <registers>\(registers.joined())</registers></peripheral></peripherals></device>
        """
    }
  }
}
