import ArgumentParser
import HostProcess
import QEMU

/// `dddk doctor`.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what this machine lacks and the command that mends it.",
    discussion: """
      Exits with 1 when something is missing that the kit cannot do without.

      EXAMPLES
        dddk doctor
        SEL4_PREFIX=/opt/sel4/release dddk doctor
        dddk doctor --format json
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    let findings = Examination.all()
    switch output.format {
    case .json: try printJSON(findings)
    case .text:
      for finding in findings { print(Self.line(finding)) }
      let missing = findings.count { $0.state == .missing }
      print(
        missing == 0
          ? Paint.output("everything that the kit needs is here", .green)
          : Paint.output("\(missing) \(missing == 1 ? "thing is" : "things are") missing", .red))
    }
    if findings.contains(where: { $0.state == .missing }) { throw ExitCode.failure }
  }

  private static func line(_ finding: Examination.Finding) -> String {
    let mark =
      switch finding.state {
      case .present: Paint.output("ok     ", .green)
      case .missing: Paint.output("missing", .red)
      case .unused: Paint.output("unused ", .dim)
      }
    let fix = finding.fix.map { "\n        \(Paint.output("fix:", .bold)) \($0)" } ?? ""
    return "\(mark) \(finding.name): \(finding.detail)\(fix)"
  }
}
