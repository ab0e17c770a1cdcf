import Diagnostics
import SpecReader
import SpecRules
import Testing

/// All mistakes of a file are told in one go, and none that only follows from another.
@Suite struct OneGoTests {
  private func said(_ text: String) -> [String] {
    let collector = DiagnosticCollector()
    let read = SpecReader.read(Array(text.utf8), into: collector)
    if let spec = read.spec { _ = SpecRules.check(spec, unread: read.unread, into: collector) }
    return collector.diagnostics.map { "\($0.place.line) \($0.code.rawValue)" }
  }

  private let head = """
    dddk: 1
    driver: Probe
    device: {compatible: ["example,probe"]}
    resources: {registers: {mmio: 0, size: 0x100}}
    register-width: 32

    """

  @Test func readerAndRulesSpeakTogetherInSourceOrder() {
    let text =
      head + """
        registers:
          A: {offset: 0x02, colour: red}
          B: {offset: 0x04, fields: {X: 3:0, Y: 2}}
          C: {offset: 0x04}
        sequences:
          start:
            - B.Z = 1
            - B = 1 +
            - await B.X == 99

        """
    #expect(
      said(text)
        == [
          "7 offset-misaligned", "7 unknown-key", "8 registers-overlap", "8 fields-overlap",
          "9 registers-overlap",
          "12 unknown-target", "13 step-syntax", "14 unbounded-wait", "14 literal-too-wide",
        ])
  }

  @Test func whatCouldNotBeReadIsNotCalledMissing() {
    let text =
      head + """
        parameters:
          speed: {default: fast}
        registers:
          A: {offset: zero}
          B: {offset: 0x04, fields: {X: 1-0}}
        hooks:
          tune: [what]
        sequences:
          start:
            - let n = 1 +
            - A = speed
            - B.X = n
            - hook tune

        """
    #expect(
      said(text) == [
        "7 bad-number", "9 bad-number", "10 bad-bits", "12 wrong-shape", "15 step-syntax",
      ])
  }

  @Test(arguments: [
    "resources: 5", "registers: 5", "interrupts: 5", "sequences: 5", "hooks: 5", "serial: 5", "class: 5",
    "parameters: 5", "device: 5",
  ]) func aSectionThatCannotBeReadIsOneMistake(_ section: String) {
    let sections = [
      "device": "{compatible: [\"a,b\"]}", "class": "serial",
      "resources": "{registers: {mmio: 0, size: 0x100}, line: {irq: 0, trigger: level}, rate: {clock: 0}}",
      "parameters": "{speed: {default: 1}}",
      "registers":
        "{D: {offset: 0, fields: {V: 7:0}}, S: {offset: 4, access: read-only, fields: {F: 0, E: 1, R: 2, T: 3}}, M: {offset: 8, fields: {R: 2, T: 3}}}",
      "interrupts": "{line: {status: S, mask: M, causes: {receive: R, transmit: T}}}",
      "sequences": "{start: [hook tune, D = speed, M = rate], stop: []}", "hooks": "{tune: turns}",
      "serial":
        "{transmit: {data: D.V, blocked-when: S.F, cause: transmit, enable: M.T}, receive: {data: D.V, empty-when: S.E, cause: receive, enable: M.R}}",
    ]
    func text(_ section: String?) -> String {
      var text = "dddk: 1\ndriver: Probe\nregister-width: 32\n"
      for (key, value) in sections.sorted(by: { $0.key < $1.key }) {
        text += section?.hasPrefix("\(key):") == true ? "\(section ?? "")\n" : "\(key): \(value)\n"
      }
      return text
    }
    #expect(said(text(nil)) == [])
    #expect(said(text(section)).count == 1, "\(said(text(section)))")
  }
}
