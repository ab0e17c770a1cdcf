import Diagnostics
import DriverSpec

/// Registers that stand in the order of their offsets, as manuals list them, all do: one that does not has a wrong digit.
///
/// A list in another order is left alone; so are banks and alternates, which go back to offsets that others have.
enum RegistersStandInOrder: Rule {
  static let code = DiagnosticCode.registersUnordered

  static func check(_ subject: RuleSubject) {
    for items in subject.mappings {
      let byRegion = Dictionary(grouping: items.filter { $0.bank == nil && $0.alternateOf == nil }) {
        $0.region?.value ?? ""
      }
      for items in byRegion.values {
        for (earlier, item) in FewExceptions.descents(items, by: \.offset.value) {
          warn(
            subject,
            """
            \(item.kind) \(item.name.value.quoted) (\(item.offset.value.hexadecimal)) stands behind \
            \(earlier.name.value.quoted) (\(earlier.offset.value.hexadecimal)); the others stand in order
            """,
            at: item.offset.place,
            notes: [.init("\(earlier.name.value.quoted) is here", at: earlier.offset.place)],
            fix: "correct the offset that is wrong, or move the register",
            waivers: item.register?.waivers ?? [])
        }
      }
    }
  }
}

/// A list that is in order but for very few places, where something is probably wrong.
enum FewExceptions {
  /// The places where a number is below the one before it, if they are few: one, or one of sixteen.
  ///
  /// - Returns: the element before and the one that is too low; nothing where the list has no order.
  static func descents<Element, Number: Comparable>(
    _ elements: [Element], by number: (Element) -> Number
  ) -> [(before: Element, at: Element)] {
    guard elements.count >= 4 else { return [] }
    let found = zip(elements, elements.dropFirst()).filter { number($0.1) < number($0.0) }
    return found.count <= max(1, elements.count / 16) ? found.map { ($0.0, $0.1) } : []
  }
}
