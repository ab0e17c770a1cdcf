import Diagnostics
import DriverSpec

/// A sequence writes a field or register that takes one write once, and in no loop.
enum WriteOnceIsWrittenOnce: Rule {
  static let code = DiagnosticCode.writeOnceTwice

  static func check(_ subject: RuleSubject) {
    for sequence in subject.spec.sequences {
      var first: [String: SourcePlace] = [:]
      check(sequence.steps, inLoop: nil, &first, sequence, subject)
    }
  }

  private static func check(
    _ steps: [Located<Sequence.Step>], inLoop loop: SourcePlace?, _ first: inout [String: SourcePlace],
    _ sequence: Sequence, _ subject: RuleSubject
  ) {
    for step in steps {
      switch step.value {
      case .branch(_, let then, let otherwise):
        // Only one of the two is done.
        var other = first
        check(then, inLoop: loop, &first, sequence, subject)
        check(otherwise, inLoop: loop, &other, sequence, subject)
        first.merge(other) { place, _ in place }
      case .loop(_, _, let inner), .whileLoop(_, _, let inner):
        check(inner, inLoop: loop ?? step.place, &first, sequence, subject)
      default: check(step, inLoop: loop, &first, sequence, subject)
      }
    }
  }

  private static func check(
    _ step: Located<Sequence.Step>, inLoop loop: SourcePlace?, _ first: inout [String: SourcePlace],
    _ sequence: Sequence, _ subject: RuleSubject
  ) {
    guard step.value.isWrite, let name = step.value.register, let register = subject.register(name.name).value
    else { return }
    // Elements of an array are registers of their own; which one is meant is known only of constants.
    let indices = name.indices.map { $0.value.constantValue }
    guard !indices.contains(nil) else { return }
    let element = name.name + indices.map { "[\($0 ?? 0)]" }.joined()
    let fields: [Field]
    if case .modify(_, let written) = step.value {
      let named = Set(written.map(\.field.value))
      fields = register.fields.filter { named.contains($0.name.value) }
    } else {
      fields = register.fields
    }
    var once = fields.filter { register.access(of: $0).isWriteOnce }.map(\.name.value)
    if register.fields.isEmpty, register.access.value.isWriteOnce { once = [""] }
    for field in once {
      let written = field.isEmpty ? element : "\(element).\(field)"
      if let earlier = first[written] ?? loop {
        report(
          subject,
          first[written] == nil
            ? "\(written.quoted) can be written but once, and this stands in a loop"
            : "\(written.quoted) can be written but once",
          at: name.place,
          notes: [.init(first[written] == nil ? "the loop is here" : "written first here", at: earlier)],
          fix: "write it once, with all that it must hold", waivers: register.waivers + sequence.waivers)
      }
      first[written] = first[written] ?? name.place
    }
  }
}
