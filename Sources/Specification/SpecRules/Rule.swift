import Diagnostics
import DriverSpec

/// One thing that holds for every good spec; its type is named after it.
protocol Rule: SendableMetatype {
  /// The code of every diagnostic that the rule gives.
  static var code: DiagnosticCode { get }

  /// Reports every place where a spec breaks the rule.
  static func check(_ subject: RuleSubject)
}

extension Rule {
  /// Reports an error at one place, unless it is waived.
  static func report(
    _ subject: RuleSubject, _ message: @autoclosure () -> String, at place: SourcePlace,
    notes: @autoclosure () -> [Diagnostic.Note] = [], fix: @autoclosure () -> String? = nil,
    waivers: [Waiver] = []
  ) {
    if subject.isWaived(code, by: waivers) { return }
    subject.collector.add(Diagnostic(code, message(), at: place, notes: notes(), fix: fix()))
  }

  /// Reports something that is probably not meant so, and that a driver can be made of.
  static func warn(
    _ subject: RuleSubject, _ message: @autoclosure () -> String, at place: SourcePlace,
    notes: @autoclosure () -> [Diagnostic.Note] = [], fix: @autoclosure () -> String? = nil,
    waivers: [Waiver] = []
  ) {
    if subject.isWaived(code, by: waivers) { return }
    subject.collector.add(
      Diagnostic(code, severity: .warning, message(), at: place, notes: notes(), fix: fix()))
  }
}
