import Diagnostics
import SpecReader
import SpecRules
import Testing

/// A delay needs a register that can be read for nothing.
@Suite struct DelayTests {
  /// What is said of a spec with a delay and one register.
  private func codes(register: String) -> [DiagnosticCode] {
    let spec = """
      dddk: 1
      driver: Probe
      device: {compatible: ["example,probe"]}
      resources:
        registers: {mmio: 0, size: 0x10}
      register-width: 32
      registers:
        CTRL: {\(register)}
      sequences:
        start:
          - CTRL = 1
          - delay 10 us
      """
    let collector = DiagnosticCollector()
    let read = SpecReader.read(Array(spec.utf8), into: collector)
    if let spec = read.spec { _ = SpecRules.check(spec, unread: read.unread, into: collector) }
    return collector.diagnostics.map(\.code)
  }

  @Test(arguments: ["offset: 0, access: write-only", "offset: 0, on-read: starts a transfer"])
  func aDelayWithoutARegisterToReadIsRefused(register: String) {
    #expect(codes(register: register) == [.badDelay])
  }

  @Test func aDelayWithOneIsNot() {
    #expect(codes(register: "offset: 0") == [])
  }
}
