import Diagnostics
import DriverSpec

/// The field that lets a cause through, the one that clears it, and the sequence that serves it are there and fit.
enum CausesNameTheirWays: Rule {
  static let code = DiagnosticCode.badCause

  static func check(_ subject: RuleSubject) {
    let sequences = Dictionary(subject.spec.sequences.map { ($0.name.value, $0) }) { first, _ in first }
    for interrupt in subject.spec.interrupts {
      var fields = interrupt.causes.compactMap(\.enable).map { ($0, "`enable`") }
      for acknowledgement in interrupt.causes.compactMap(\.acknowledge)
        + (interrupt.acknowledge.map { [$0] } ?? [])
      {
        if case .set(let field) = acknowledgement { fields.append((field, "`acknowledge`")) }
      }
      for (reference, what) in fields { check(reference, what, subject) }
      for cause in interrupt.causes {
        if let enable = cause.enable, let (register, field) = subject.field(enable) {
          let access = register.access(of: field)
          if !access.isReadable || !access.isWritable || access.writeEffect != .stores || access.isWriteOnce {
            report(
              subject, "\(enable.written.quoted) is \(access.text), and `enable` sets and clears it",
              at: enable.field.place,
              notes: [.init("\(field.name.value.quoted) is here", at: field.name.place)],
              fix: "name the field that lets the cause through")
          }
        }
        if let name = cause.sequence { check(name, sequences, subject) }
      }
    }
  }

  private static func check(_ reference: FieldReference, _ what: String, _ subject: RuleSubject) {
    let name = reference.register.name
    switch subject.register(name) {
    case .unread: return
    case .missing:
      report(
        subject, "\(what) names \(name.quoted), which is no register", at: reference.register.place,
        fix: Suggestion.fix(for: name, among: subject.registerNames))
    case .found(let register):
      guard subject.field(reference.field.value, of: name).isMissing else { return }
      report(
        subject, "register \(name.quoted) has no field \(reference.field.value.quoted)",
        at: reference.field.place,
        notes: [.init("\(name.quoted) is here", at: register.name.place)],
        fix: Suggestion.fix(for: reference.field.value, among: register.fields.map(\.name.value)))
    }
  }

  private static func check(
    _ name: Located<String>, _ sequences: [String: Sequence], _ subject: RuleSubject
  ) {
    guard let sequence = sequences[name.value] else {
      if subject.unread.names.contains(name.value) || subject.unread.sections.contains("sequences") { return }
      report(
        subject, "no sequence is called \(name.value.quoted)", at: name.place,
        fix: Suggestion.fix(for: name.value, among: sequences.keys.sorted()))
      return
    }
    let here = Diagnostic.Note("\(name.value.quoted) is here", at: sequence.name.place)
    if let parameter = sequence.parameters.first {
      report(
        subject,
        "sequence \(name.value.quoted) takes \(parameter.name.value.quoted), which no interrupt gives",
        at: name.place, notes: [here], fix: "name a sequence without parameters")
    }
    for step in sequence.allSteps {
      let what: String
      switch step.value {
      case .await: what = "waits"
      case .require: what = "may fail"
      case .delay: what = "delays"
      case .whileLoop: what = "may fail at its bound"
      case .hook, .call: what = "calls what may fail"
      default: continue
      }
      report(
        subject, "sequence \(name.value.quoted) serves an interrupt, and this \(what)", at: step.place,
        notes: [.init("it serves one here", at: name.place)],
        fix: "read and write registers alone, or leave the cause to your Swift")
      return
    }
  }
}
