import Foundation
import Testing

/// The drivers as they run on their boards: how big they are, and how many instructions a character costs the PL011's.
///
/// It is built as `dddk build` builds it, in the same folder, so that the work is done once.
struct DriverComponentTests {
  /// The most instructions of the inner loop per transmitted character, ring included.
  static let transmitLimit = 12
  /// The most instructions of the inner loop per received character, ring included.
  static let receiveLimit = 14
  /// The most bytes of machine code.
  static let textLimit = 4 * 1024

  @Test func loopsStayWithinTheirBounds() throws {
    let folder = try TemporaryFolder()
    let program = try Self.component(in: folder)
    let functions = try Disassembly(object: program).functions.filter { $0.key.contains("pl011") }
    try #require(!functions.isEmpty)

    let received = functions.compactMapValues {
      Loop.cost(of: $0, from: Self.isFlagsRead, through: Self.isByteStore)
    }
    let transmitted = functions.compactMapValues {
      Loop.cost(of: $0, from: Self.isFlagsRead, through: Self.isByteLoad)
    }
    #expect(!received.isEmpty, "no loop reads the flags register and stores a byte")
    #expect(!transmitted.isEmpty, "no loop reads the flags register and loads a byte")
    for (function, cost) in received {
      #expect(cost <= Self.receiveLimit, "\(cost) instructions a received character in \(function)")
    }
    for (function, cost) in transmitted {
      #expect(cost <= Self.transmitLimit, "\(cost) instructions a transmitted character in \(function)")
    }

    print(
      "PL011 component: \(transmitted.values.max() ?? 0) instructions a transmitted character, "
        + "\(received.values.max() ?? 0) a received one")
  }

  @Test(arguments: ["qemu-virt-aarch64", "qemu-virt-riscv64", "qemu-pc-x86_64"])
  func everyBoardsDriverIsSmall(_ board: String) throws {
    let folder = try TemporaryFolder()
    let driver = board == "qemu-virt-aarch64" ? "pl011" : "ns16550a"
    let text = try Self.textSize(of: Self.component(driver, of: board, in: folder))
    #expect(text > 0 && text <= Self.textLimit, "\(text) bytes of text")
    print("\(driver) component of \(board): \(text) bytes of text")
  }

  @Test func noDeviceAccessChangesItsBaseRegister() throws {
    let folder = try TemporaryFolder()
    let functions = try Disassembly(object: Self.component(in: folder)).functions.filter {
      $0.key.contains("pl011")
    }
    for (name, instructions) in functions {
      let indexed = instructions.filter {
        $0.isIndexedAccess && $0.text.contains(" w") && !$0.text.contains("[sp")
          && ["ldr", "str"].contains($0.mnemonic)
      }
      #expect(indexed.isEmpty, "\(name): \(indexed.map(\.text))")
    }
  }

  /// FR stands at offset 0x18.
  private static func isFlagsRead(_ instruction: Disassembly.Instruction) -> Bool {
    instruction.text.wholeMatch(of: /ldr w[0-9]+, \[x[0-9]+, #24\]/) != nil
  }

  /// Into a ring, at a masked index.
  private static func isByteStore(_ instruction: Disassembly.Instruction) -> Bool {
    instruction.text.wholeMatch(of: /strb w[0-9]+, \[x[0-9]+, x[0-9]+\]/) != nil
  }

  /// Out of a ring, at a masked index.
  private static func isByteLoad(_ instruction: Disassembly.Instruction) -> Bool {
    instruction.text.wholeMatch(of: /ldrb w[0-9]+, \[x[0-9]+, x[0-9]+\]/) != nil
  }

  private static func textSize(of program: URL) throws -> Int {
    for line in try check(["llvm-size", "--format=sysv", program.path]).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == ".text", words.count > 1, let size = Int(words[1]) { return size }
    }
    return 0
  }

  /// Builds the component, or finds it built.
  private static func component(
    _ driver: String = "pl011", of board: String = "qemu-virt-aarch64", in folder: borrowing TemporaryFolder
  ) throws -> URL {
    // The command was built with these tests, and stands beside their program.
    var place = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL.deletingLastPathComponent()
    while !FileManager.default.isExecutableFile(atPath: place.appendingPathComponent("dddk").path) {
      try #require(place.path != "/", "dddk is not there")
      place.deleteLastPathComponent()
    }
    let output = folder.url.appendingPathComponent("system")
    try check(
      [
        place.appendingPathComponent("dddk").path, "build", "--package-path", Package.root.path, "--board",
        board, "--kernel", "none", "--output", output.path,
      ])
    return output.appendingPathComponent("components/\(driver).elf")
  }
}

/// What one turn of a loop costs.
enum Loop {
  /// The fewest instructions from one that `isStart` picks, through one that `isMiddle` picks, back to the first.
  ///
  /// - Returns: The largest of these over all such starts; `nil` where no such cycle is.
  static func cost(
    of instructions: [Disassembly.Instruction], from isStart: (Disassembly.Instruction) -> Bool,
    through isMiddle: (Disassembly.Instruction) -> Bool
  ) -> Int? {
    let indices = Dictionary(
      instructions.enumerated().map { ($0.element.address, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    func distances(from start: Int) -> [Int: Int] {
      var known: [Int: Int] = [:]
      var edge = [(start, 0)]
      var next = 0
      while next < edge.count {
        let (index, distance) = edge[next]
        next += 1
        for successor in successors(of: index) where known[successor] == nil {
          known[successor] = distance + 1
          edge.append((successor, distance + 1))
        }
      }
      return known
    }
    func successors(of index: Int) -> [Int] {
      let instruction = instructions[index]
      var result: [Int] = []
      if let target = instruction.target, let index = indices[target] { result.append(index) }
      let ends = ["b", "ret", "br", "brk", "udf"].contains(instruction.mnemonic)
      if !ends, index + 1 < instructions.count { result.append(index + 1) }
      return result
    }
    let costs = instructions.indices.filter { isStart(instructions[$0]) }.compactMap { start -> Int? in
      let there = distances(from: start)
      return instructions.indices.filter { isMiddle(instructions[$0]) }.compactMap { middle -> Int? in
        guard let out = there[middle], let back = distances(from: middle)[start] else { return nil }
        return out + back
      }.min()
    }
    return costs.max()
  }
}
