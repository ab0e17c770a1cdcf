import Diagnostics

/// Which names are registers and which are blocks, known before any of them is read.
///
/// A dotted name of a step is a register or a field of one, and the difference is what the file declares: also what it
/// declares further down, or so that it cannot be read.
final class DeclaredRegisters {
  /// The registers and blocks of one mapping.
  final class Scope {
    /// By name; the first where one is said twice.
    fileprivate(set) var items: [String: Item] = [:]
    /// In source order.
    fileprivate(set) var names: [String] = []
  }

  /// What a name stands for.
  enum Item {
    case register(YAMLEntry)
    case block(Scope)
    /// A block that is defined under `blocks`.
    case shared(String)
  }

  /// What stands under `registers`.
  let top: Scope
  /// What stands under each name of `blocks`.
  let blocks: [String: Scope]

  /// Nothing at all.
  static var none: DeclaredRegisters { DeclaredRegisters(registers: nil, blocks: nil) }

  /// What two sections declare.
  ///
  /// - Parameters:
  ///   - registers: the value of `registers`.
  ///   - blocks: the value of `blocks`.
  init(registers: YAMLNode?, blocks: YAMLNode?) {
    top = Self.scope(registers)
    var definitions: [String: Scope] = [:]
    for entry in blocks?.entries ?? [] where definitions[entry.key.value] == nil {
      definitions[entry.key.value] = Self.scope(entry.value["registers"])
    }
    self.blocks = definitions
  }

  // Blocks stand in each other at most as deep as YAML's collections may.
  private static func scope(_ node: YAMLNode?) -> Scope {
    let scope = Scope()
    for entry in node?.entries ?? [] {
      scope.names.append(entry.key.value)
      scope.items[entry.key.value] = item(entry)
    }
    return scope
  }

  private static func item(_ entry: YAMLEntry) -> Item {
    if let inner = entry.value["registers"] { return .block(scope(inner)) }
    if let name = entry.value["block"] {
      if case .scalar(let scalar) = name.content { return .shared(scalar.text) }
      return .shared("")
    }
    return .register(entry)
  }

  // MARK: Looking up

  /// What a walk along a dotted name finds.
  enum Found {
    /// The first so many names are a register.
    case register(count: Int)
    /// The first so many names are blocks, and the next is none of theirs, or there is no next.
    case block(count: Int)
    /// Not even the first is declared.
    case nothing
  }

  /// What a dotted name begins with.
  func find(_ path: [String]) -> Found {
    var scope = top
    for (index, name) in path.enumerated() {
      switch scope.items[name] {
      case nil: return index == 0 ? .nothing : .block(count: index)
      case .register: return .register(count: index + 1)
      case .block(let inner): scope = inner
      case .shared(let block):
        guard let inner = blocks[block] else { return .block(count: index + 1) }
        scope = inner
      }
    }
    return .block(count: path.count)
  }

  /// The register of a dotted name from the top, with the mapping that says it; `nil` where it is none.
  func register(_ path: [String]) -> (scope: Scope, name: String)? {
    var scope = top
    for (index, name) in path.enumerated() {
      switch scope.items[name] {
      case nil: return nil
      case .register: return index + 1 == path.count ? (scope, name) : nil
      case .block(let inner): scope = inner
      case .shared(let block):
        guard let inner = blocks[block] else { return nil }
        scope = inner
      }
    }
    return nil
  }
}

extension YAMLNode {
  /// The entries of a mapping; none of anything else.
  var entries: [YAMLEntry] { if case .mapping(let entries) = content { entries } else { [] } }

  /// The value of a mapping's key, or `nil`.
  subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    for entry in entries where entry.key.value == key { return entry.value }
    return nil
  }
}
