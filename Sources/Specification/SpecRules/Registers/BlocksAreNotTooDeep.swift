import Diagnostics
import DriverSpec

/// Blocks stand in blocks to a depth of 8, and none stands in itself.
enum BlocksAreNotTooDeep: Rule {
  static let code = DiagnosticCode.blocksTooDeep

  static func check(_ subject: RuleSubject) {
    var definitions: [String: BlockDefinition] = [:]
    for block in subject.spec.blocks {
      definitions[block.name.value] = definitions[block.name.value] ?? block
    }
    var depths: [String: Int] = [:]
    for block in subject.spec.blocks { _ = depth(of: block, definitions, &depths, [], subject) }
    check(subject.spec.registers, at: 0, depths, subject)
  }

  /// How many blocks stand in each other below the items.
  private static func depth(
    of items: [RegisterItem], _ definitions: [String: BlockDefinition], _ depths: inout [String: Int],
    _ around: [String], _ subject: RuleSubject
  ) -> Int {
    var deepest = 0
    for item in items {
      guard case .block(let block) = item else { continue }
      switch block.content {
      case .inline(let items):
        deepest = max(deepest, 1 + depth(of: items, definitions, &depths, around, subject))
      case .shared(let name):
        guard let other = definitions[name.value] else { continue }
        if around.contains(name.value) {
          report(
            subject, "block \(name.value.quoted) stands in itself", at: name.place,
            notes: [.init("\(name.value.quoted) is here", at: other.name.place)],
            fix: "define what is inside as a block of its own")
        } else {
          deepest = max(deepest, 1 + depth(of: other, definitions, &depths, around, subject))
        }
      }
    }
    return deepest
  }

  private static func depth(
    of block: BlockDefinition, _ definitions: [String: BlockDefinition], _ depths: inout [String: Int],
    _ around: [String], _ subject: RuleSubject
  ) -> Int {
    if let depth = depths[block.name.value] { return depth }
    // A chain that is longer than allowed is reported where it begins.
    guard around.count <= RegisterMap.depthLimit else { return 0 }
    let found = depth(of: block.items, definitions, &depths, around + [block.name.value], subject)
    depths[block.name.value] = found
    return found
  }

  private static func check(
    _ items: [RegisterItem], at depth: Int, _ depths: [String: Int], _ subject: RuleSubject
  ) {
    for item in items {
      guard case .block(let block) = item else { continue }
      let below: Int
      switch block.content {
      case .inline(let items):
        below = 0
        if depth + 1 <= RegisterMap.depthLimit { check(items, at: depth + 1, depths, subject) }
      case .shared(let name): below = depths[name.value] ?? 0
      }
      guard depth + 1 + below > RegisterMap.depthLimit else { continue }
      report(
        subject,
        "with block \(block.name.value.quoted) more than \(RegisterMap.depthLimit) blocks stand in each other, the limit",
        at: block.name.place, fix: "place its registers in a block further out")
    }
  }
}
