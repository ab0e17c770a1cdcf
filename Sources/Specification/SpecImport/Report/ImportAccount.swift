/// What became of every element of a file, so that nothing is dropped without a word.
///
/// Whoever reads an element and does not make a part of a spec of it says here what it is instead. What in the end has no
/// word is a mistake of the importer, and is told as one.
final class ImportAccount {
  /// What became of an element.
  enum Fate: UInt8, CaseIterable {
    /// Nobody has said anything.
    case unaccounted
    /// It is in a spec.
    case inSpec
    /// It only holds others.
    case structure
    /// It stands in the comment at the head of a spec: where the device stands on its chip.
    case head
    /// It says how many fields there are, which a spec says one by one.
    case expanded
    /// It speaks of the chip, its processor or where a device stands on it: not of the device.
    case chip
    /// It names something in C headers.
    case cHeader
    /// It says what holds anyway.
    case redundant
    /// A spec has no word for it.
    case notSaid
    /// It is wrong, and a diagnostic says so.
    case wrong
    /// It belongs to a peripheral that was not asked for.
    case notWanted
  }

  private(set) var fates: [Fate]
  /// Elements whose `derivedFrom` was followed into a spec.
  private(set) var derivations: Set<XMLDocument.Element> = []

  init(count: Int) { fates = Array(repeating: .unaccounted, count: count) }

  func fate(of element: XMLDocument.Element) -> Fate { fates[Int(element.index)] }

  /// Says what became of an element; being in a spec outweighs every other fate.
  func set(_ element: XMLDocument.Element, _ fate: Fate) {
    if fates[Int(element.index)] != .inSpec { fates[Int(element.index)] = fate }
  }

  /// Says that what an element is derived from is in a spec.
  func setDerivation(_ element: XMLDocument.Element) { derivations.insert(element) }

  /// Says it of an element and all inside it.
  func setWhole(_ element: XMLDocument.Element, _ fate: Fate, in document: XMLDocument) {
    set(element, fate)
    for child in document.children(of: element) { setWhole(child, fate, in: document) }
  }
}
