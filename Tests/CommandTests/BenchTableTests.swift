import Testing

@testable import dddk

/// How `dddk bench` shows what it counted.
struct BenchTableTests {
  private static func result(_ kernel: String, rpc: Int, signal: Int, driverText: Int) -> BenchResult {
    let guest = BenchMeasure.guest
    return BenchResult(
      kernel: kernel,
      figures: [
        .init(measure: guest[1], value: 18), .init(measure: guest[2], value: rpc),
        .init(measure: guest[3], value: signal),
        .init(measure: .text(of: "pl011.elf", isDriver: true), value: driverText),
      ])
  }

  @Test("two kernels stand side by side, with ratio and aim")
  func sideBySide() {
    let table = BenchTable(
      board: "some-board",
      results: [
        Self.result("reference", rpc: 323, signal: 80, driverText: 5664),
        Self.result("/opt/sel4", rpc: 430, signal: 161, driverText: 5664),
      ])
    #expect(
      table.text == """
        | some-board                           | unit         | reference kernel |  seL4 |  ratio | aim                   |
        | ---                                  | ---          |             ---: |  ---: |   ---: | ---                   |
        | the same in batches of 64            | instructions |               18 |    18 | 100.0% | 25, met               |
        | call and reply across address spaces | instructions |              323 |   430 |  75.1% | 75% of seL4's, missed |
        | signal, nobody waiting               | instructions |               80 |   161 |  49.7% | 50% of seL4's, met    |
        | text of pl011.elf                    | bytes        |            5,664 | 5,664 |        | 4,096, missed         |
        """)
  }

  @Test("an aim may be a least")
  func least() {
    func verdict(_ value: Int) -> Substring? {
      BenchTable(
        board: "b",
        results: [BenchResult(kernel: "reference", figures: [.init(measure: .stream, value: value)])]
      ).text.split(separator: "\n").last
    }
    #expect(
      verdict(500_000)?.hasSuffix("| messages a second |          500,000 | at least 500,000, met |") == true)
    #expect(verdict(499_999)?.hasSuffix("| at least 500,000, missed |") == true)
  }

  @Test("without seL4 there is no ratio, and its share is an aim that nobody judges")
  func alone() {
    let table = BenchTable(
      board: "b", results: [Self.result("reference", rpc: 999, signal: 1000, driverText: 4096)])
    #expect(
      table.text == """
        | b                                    | unit         | reference kernel | aim           |
        | ---                                  | ---          |             ---: | ---           |
        | the same in batches of 64            | instructions |               18 | 25, met       |
        | call and reply across address spaces | instructions |              999 | 75% of seL4's |
        | signal, nobody waiting               | instructions |            1,000 | 50% of seL4's |
        | text of pl011.elf                    | bytes        |            4,096 | 4,096, met    |
        """)
  }
}
