import Diagnostics
import DriverSpec

/// The elements of an array of registers are at least as far apart as one is wide, and each is aligned.
enum ArrayElementsAreApart: Rule {
  static let code = DiagnosticCode.badStride

  static func check(_ subject: RuleSubject) {
    for item in subject.mappings.joined() {
      guard let repetition = item.repetition, repetition.elementCount > 1 else { continue }
      let stride = repetition.stride
      switch item {
      case .register(let register):
        let bytes = register.byteCount
        guard bytes > 0, stride.value < bytes || stride.value % bytes != 0 else { continue }
        report(
          subject,
          """
          elements of \(register.name.value.quoted) are \(stride.value) bytes apart, \
          \(stride.value < bytes ? "and each has \(bytes)" : "which is no multiple of \(bytes), the size of each")
          """,
          at: stride.place, notes: [.init("the width is said here", at: register.width.place)],
          fix: "correct the `stride`: leave it out for elements that follow each other")
      case .block(let block):
        guard stride.value == 0 else { continue }
        report(
          subject, "all elements of block \(block.name.value.quoted) are at one place", at: stride.place,
          fix: "write how many bytes lie between two of them")
      }
    }
  }
}
