import Diagnostics
import DriverSpec

/// A `do` step names a sequence, and gives each of its parameters a value once.
enum CallsNameSequences: Rule {
  static let code = DiagnosticCode.badCall

  static func check(_ subject: RuleSubject) {
    let names = subject.spec.sequences.map(\.name.value)
    let sequences = Dictionary(zip(names, subject.spec.sequences)) { first, _ in first }
    for (_, step) in subject.steps {
      guard case .call(let name, let arguments) = step.value else { continue }
      guard let called = sequences[name.value] else {
        if subject.unread.names.contains(name.value) || subject.unread.sections.contains("sequences") {
          continue
        }
        report(
          subject, "no sequence is called \(name.value.quoted)", at: name.place,
          fix: Suggestion.fix(for: name.value, among: names))
        continue
      }
      if subject.unread.names.contains(name.value) { continue }
      check(name, arguments, called, subject)
    }
  }

  private static func check(
    _ name: Located<String>, _ arguments: [Sequence.Argument], _ called: Sequence, _ subject: RuleSubject
  ) {
    let here = Diagnostic.Note("\(name.value.quoted) is here", at: called.name.place)
    let parameters = Dictionary(called.parameters.map { ($0.name.value, $0) }) { first, _ in first }
    var given: [String: SourcePlace] = [:]
    for argument in arguments {
      guard let parameter = parameters[argument.name.value] else {
        report(
          subject, "sequence \(name.value.quoted) has no parameter \(argument.name.value.quoted)",
          at: argument.name.place, notes: [here],
          fix: Suggestion.fix(for: argument.name.value, among: called.parameters.map(\.name.value)))
        continue
      }
      if let earlier = given[argument.name.value] {
        report(
          subject, "\(argument.name.value.quoted) is given twice", at: argument.name.place,
          notes: [.init("given first here", at: earlier)], fix: "keep one of them")
      }
      given[argument.name.value] = argument.name.place
      if let range = parameter.range, let constant = argument.value.value.constantValue,
        !range.value.contains(constant)
      {
        report(
          subject,
          "\(constant) is not in \(range.value.lowerBound)...\(range.value.upperBound), which \(argument.name.value.quoted) takes",
          at: argument.value.place, notes: [.init("the range is said here", at: range.place)],
          fix: "correct the value, or the range")
      }
    }
    let missing = called.parameters.map(\.name.value).filter { given[$0] == nil }
    guard !missing.isEmpty else { return }
    let written = missing.map { "\($0) = …" }.joined(separator: ", ")
    report(
      subject,
      "sequence \(name.value.quoted) takes \(missing.map(\.quoted).joined(separator: " and ")), which \(missing.count == 1 ? "is" : "are") not given",
      at: name.place, notes: [here], fix: "add `(\(written))`")
  }
}
