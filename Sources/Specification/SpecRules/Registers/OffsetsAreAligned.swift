import Diagnostics
import DriverSpec

/// A register's offset is a multiple of its width, in its block and wherever blocks place it.
enum OffsetsAreAligned: Rule {
  static let code = DiagnosticCode.offsetMisaligned

  static func check(_ subject: RuleSubject) {
    for register in subject.registers where [8, 16, 32, 64].contains(register.width.value) {
      let bytes = register.byteCount
      guard register.offset.value % bytes != 0 else { continue }
      let below = register.offset.value - register.offset.value % bytes
      report(
        subject,
        """
        register \(register.name.value.quoted) is at \(register.offset.value.hexadecimal), which is no multiple of \
        its \(bytes) bytes
        """,
        at: register.offset.place,
        fix: "use \(below.hexadecimal) or \((below &+ bytes).hexadecimal), or correct the `width`",
        waivers: register.waivers)
    }
    for placed in subject.map.registers where placed.path.count > 1 {
      let bytes = max(1, placed.register.byteCount)
      guard placed.register.offset.value % bytes == 0 else { continue }
      let stride = placed.path.dropLast().compactMap(\.repetition)
        .first { $0.elementCount > 1 && $0.stride.value % bytes != 0 }?.stride
      guard placed.offset % bytes != 0 || stride != nil else { continue }
      let what =
        placed.offset % bytes != 0
        ? "at \(placed.offset.hexadecimal)" : "in blocks \(stride?.value ?? 0) bytes apart"
      report(
        subject, "register \(placed.name.quoted) is \(what), which is no multiple of its \(bytes) bytes",
        at: stride?.place ?? placed.register.offset.place,
        fix: "correct the offset or stride of a block around it, or the `width`",
        waivers: placed.register.waivers)
    }
  }
}
