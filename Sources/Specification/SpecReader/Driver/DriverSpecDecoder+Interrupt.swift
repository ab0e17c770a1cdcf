import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// `interrupt: {status: MIS, mask: IMSC, acknowledge: ICR, causes: {receive: [RXMIS, RTMIS]}}`.
  mutating func interrupt(_ entry: YAMLEntry) -> Interrupt? {
    let subject = "interrupt \(entry.key.value.quoted)"
    guard
      let mapping = MappingDecoder(
        entry.value, subject, at: entry.key.place, keys: ["status", "mask", "acknowledge", "causes"], decoder)
    else {
      unread.sections.insert("interrupts")
      return nil
    }
    let status = mapping.required("status", example: "MIS").flatMap { decoder.text($0, "status") }
    let mask = mapping.text("mask")
    let acknowledge = mapping.text("acknowledge")
    var causes: [Interrupt.Cause] = []
    if let node = mapping.required("causes", example: "{receive: RXMIS}") {
      for cause in decoder.entries(node, "causes") ?? [] {
        let nodes = decoder.oneOrMore(cause.value, cause.key.value) ?? []
        let fields = nodes.compactMap { decoder.text($0, cause.key.value) }
        if fields.isEmpty || fields.count < nodes.count { unread.names.insert(cause.key.value) }
        causes.append(.init(name: cause.key, conditions: fields.map { .init(field: $0) }))
      }
    }
    let isWhole =
      (mask == nil) == (mapping["mask"] == nil) && (acknowledge == nil) == (mapping["acknowledge"] == nil)
    guard let status, isWhole else {
      unread.sections.insert("interrupts")
      return nil
    }
    return Interrupt(
      resource: entry.key, status: RegisterReference(status), mask: mask.map { RegisterReference($0) },
      acknowledge: acknowledge.map { .pendingBits(RegisterReference($0)) }, causes: causes)
  }
}
