import Diagnostics
import DriverSpec

/// A step writes a field once.
enum FieldsAreWrittenOnce: Rule {
  static let code = DiagnosticCode.fieldWrittenTwice

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      var first: [String: SourcePlace] = [:]
      for field in step.value.fields {
        guard let earlier = first[field.value] else {
          first[field.value] = field.place
          continue
        }
        report(
          subject, "the step writes field \(field.value.quoted) twice", at: field.place,
          notes: [.init("written first here", at: earlier)], fix: "keep one of them")
      }
    }
  }
}
