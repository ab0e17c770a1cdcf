import Diagnostics
import DriverSpec

/// The words of a descriptor lie inside it and share no byte; its alignment is a power of two that its words need.
enum DescriptorWordsFit: Rule {
  static let code = DiagnosticCode.badDescriptor
  /// The most bytes of a descriptor.
  static let maximumSize: UInt64 = 4_096

  static func check(_ subject: RuleSubject) {
    for descriptor in subject.spec.descriptors {
      let name = descriptor.name.value.quoted
      if descriptor.size.value == 0 || descriptor.size.value > maximumSize {
        report(
          subject, "a descriptor of \(descriptor.size.value) bytes is refused; the limit is \(maximumSize)",
          at: descriptor.size.place, fix: "write how many bytes one entry has")
      }
      if let alignment = descriptor.alignment,
        alignment.value == 0 || alignment.value & (alignment.value - 1) != 0
          || descriptor.size.value % alignment.value != 0
      {
        report(
          subject,
          alignment.value != 0 && alignment.value & (alignment.value - 1) == 0
            ? "descriptor \(name) has \(descriptor.size.value) bytes, which is no multiple of its alignment \(alignment.value)"
            : "descriptor \(name) cannot be aligned to \(alignment.value), which is no power of two",
          at: alignment.place, notes: [.init("the size is said here", at: descriptor.size.place)],
          fix: "correct the alignment, or the size")
      }
      if descriptor.words.isEmpty, !subject.unread.names.contains(descriptor.name.value) {
        report(subject, "descriptor \(name) has no words", at: descriptor.name.place, fix: "add `words:`")
      }
      var below: (end: UInt64, word: Register)?
      let sorted = descriptor.words.enumerated().sorted {
        ($0.element.offset.value, $0.offset) < ($1.element.offset.value, $1.offset)
      }.map(\.element)
      for word in sorted {
        let last =
          word.repetition.map { (max(1, $0.elementCount) - 1).multiplyingSaturating($0.stride.value) } ?? 0
        let end = word.offset.value.addingSaturating(last).addingSaturating(word.byteCount)
        if end > descriptor.size.value {
          report(
            subject,
            "word \(word.name.value.quoted) ends at \(end.hexadecimal); descriptor \(name) has \(descriptor.size.value) bytes",
            at: word.offset.place, notes: [.init("the size is said here", at: descriptor.size.place)],
            fix: "correct the offset, or the size")
        }
        if let below, below.end > word.offset.value {
          report(
            subject, "word \(word.name.value.quoted) overlaps \(below.word.name.value.quoted)",
            at: word.offset.place,
            notes: [.init("\(below.word.name.value.quoted) is here", at: below.word.offset.place)],
            fix: "correct one offset")
        }
        if end > below?.end ?? 0 { below = (end, word) }
      }
    }
  }
}
