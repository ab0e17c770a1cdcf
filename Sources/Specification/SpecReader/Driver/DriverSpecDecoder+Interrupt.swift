import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// `interrupt: {status: MIS, mask: IMSC, acknowledge: ICR, causes: {receive: [RXMIS, RTMIS]}}`.
  mutating func interrupt(_ entry: YAMLEntry) -> Interrupt? {
    let subject = "interrupt \(entry.key.value.quoted)"
    guard
      let mapping = MappingDecoder(entry.value, subject, at: entry.key.place, SpecShapes.interrupt, decoder)
    else {
      unread.sections.insert("interrupts")
      return nil
    }
    var isWhole = true
    let status = mapping.said("status", &isWhole) { registerReference($0, "status", example: "MIS") }
    let mask = mapping.said("mask", &isWhole) { registerReference($0, "mask", example: "IMSC") }
    let limit = mapping.said("repeat", &isWhole) {
      decoder.number($0, "repeat", from: 1, to: SpecShapes.maximumCount)?.map { Int($0) }
    }
    let acknowledge = mapping.said("acknowledge", &isWhole) { self.acknowledgement($0) }
    let isStatusRead = (status != nil) == (mapping["status"] != nil)
    var pendingWhen: Located<Interrupt.FieldCondition>?
    if let entry = mapping.entry("pending-when") {
      if mapping["status"] == nil {
        decoder.refuse(
          .missingKey, "\(subject) has `pending-when` and no `status`", at: entry.key.place,
          fix: "add `status:` and the register that says what is pending")
        isWhole = false
      } else if isStatusRead {
        pendingWhen = mapping.said("pending-when", &isWhole) { node in
          condition(node, "pending-when", status).map { Located($0, at: node.place) }
        }
      }
    }
    var causes: [Interrupt.Cause] = []
    if let node = mapping.required("causes", example: "{receive: RXMIS}") {
      let entries = decoder.entries(node, "causes")
      if entries == nil { isWhole = false }
      for entry in entries ?? [] {
        var cause = Interrupt.Cause(name: entry.key)
        if !read(entry, into: &cause, isStatusRead ? status : nil, isStatusRead: isStatusRead) {
          unread.names.insert(entry.key.value)
        }
        causes.append(cause)
      }
      if status == nil, isStatusRead, mapping["status"] == nil,
        causes.count > 1 || causes.contains(where: { !$0.conditions.isEmpty })
      {
        decoder.refuse(
          .missingKey, "\(subject) has no `status` to tell its causes from each other", at: entry.key.place,
          fix: "add `status: MIS`, or write the only cause as `\(causes[0].name.value): always`")
        isWhole = false
      }
    }
    guard isWhole, mapping["causes"] != nil else {
      unread.sections.insert("interrupts")
      return nil
    }
    return Interrupt(
      resource: entry.key, status: status, pendingWhen: pendingWhen, repeatLimit: limit, mask: mask,
      acknowledge: acknowledge, causes: causes)
  }

  /// `RXMIS`, `ID == received-data`, `always`, a list of conditions, or a mapping with `when`.
  ///
  /// - Returns: whether all that is said could be read.
  private func read(
    _ entry: YAMLEntry, into cause: inout Interrupt.Cause, _ status: RegisterReference?, isStatusRead: Bool
  ) -> Bool {
    let name = entry.key.value
    guard case .mapping = entry.value.content else {
      return conditions(entry.value, name, status, isStatusRead: isStatusRead, into: &cause)
    }
    guard
      let mapping = MappingDecoder(
        entry.value, "cause \(name.quoted)", at: entry.key.place, SpecShapes.cause, decoder)
    else { return false }
    var isWhole = true
    if let node = mapping.required("when", example: "RXMIS") {
      isWhole = conditions(node, "when", status, isStatusRead: isStatusRead, into: &cause)
    } else {
      isWhole = false
    }
    cause.enable = mapping.said("enable", &isWhole) { fieldReference($0, "enable", example: "IER.ETBEI") }
    if mapping.refuseBoth("acknowledge", "read", because: "a cause is cleared in one way") { isWhole = false }
    cause.acknowledge =
      mapping.said("acknowledge", &isWhole) { self.acknowledgement($0) }
      ?? mapping.said("read", &isWhole) { registerReference($0, "read", example: "LSR").map { .read($0) } }
    cause.sequence = mapping.said("do", &isWhole) { decoder.text($0, "do") }
    return isWhole
  }

  private func conditions(
    _ node: YAMLNode, _ what: String, _ status: RegisterReference?, isStatusRead: Bool,
    into cause: inout Interrupt.Cause
  ) -> Bool {
    if case .scalar(let scalar) = node.content, scalar.text == "always" { return true }
    guard let nodes = decoder.oneOrMore(node, what) else { return false }
    // Without knowing the status register nothing can be said of its fields.
    guard isStatusRead else { return false }
    cause.conditions = nodes.compactMap { condition($0, what, status) }
    return !nodes.isEmpty && cause.conditions.count == nodes.count
  }

  private func condition(
    _ node: YAMLNode, _ what: String, _ status: RegisterReference?
  ) -> Interrupt.FieldCondition? {
    phrase(node, what, "a condition", example: "RXMIS", .badCondition) { scalar throws(StepParser.Failure) in
      try StepParser.fieldCondition(scalar, status: status, declared)
    }
  }

  /// `ICR`, `ICR.TXIC`, `{write: EOI, value: 1}` or `{read: LSR}`.
  private func acknowledgement(_ node: YAMLNode) -> Interrupt.Acknowledgement? {
    guard case .mapping = node.content else {
      let target = phrase(node, "acknowledge", "a register or a field", example: "ICR", .badReference) {
        scalar throws(StepParser.Failure) in try StepParser.target(scalar, declared)
      }
      switch target {
      case .register(let register): return .pendingBits(register)
      case .field(let field): return .set(field)
      case nil: return nil
      }
    }
    guard let mapping = MappingDecoder(node, "`acknowledge`", SpecShapes.acknowledgement, decoder) else {
      return nil
    }
    if mapping.refuseBoth("write", "read", because: "one of them acknowledges") { return nil }
    if mapping.refuseBoth("read", "value", because: "a value is written, and not read") { return nil }
    if let node = mapping["read"] { return registerReference(node, "read", example: "LSR").map { .read($0) } }
    guard let node = mapping.required("write", example: "EOI") else { return nil }
    let register = registerReference(node, "write", example: "EOI")
    let value = mapping.required("value", example: "1").flatMap { decoder.number($0, "value") }
    guard let register, let value else { return nil }
    return .write(register, value: value)
  }
}
