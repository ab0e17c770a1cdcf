public import Diagnostics

/// Every register of a spec at its place: blocks are gone through, shared ones at each place where they stand; arrays are
/// one entry each.
///
/// Derived from the spec, in its order. A spec that breaks rules has a map too: what cannot be placed is left out, and
/// nothing overflows.
public struct RegisterMap: Sendable, Equatable {
  /// In source order; those of a shared block where the block that refers to it stands.
  public let registers: [PlacedRegister]
  /// Whether there was more than ``limit`` and the rest is missing.
  public let isTruncated: Bool

  private let indices: [String: Int]

  /// The most registers that a map holds; blocks in blocks could make more of them than a machine has memory.
  public static let limit = 100_000
  /// How deep blocks may stand in blocks.
  public static let depthLimit = 8

  /// The register of a dotted name: `CHANNEL.COUNT`.
  ///
  /// - Parameter name: the manual's names from the top, without indices.
  /// - Returns: the first of that name, or `nil`.
  public func register(named name: String) -> PlacedRegister? { indices[name].map { registers[$0] } }

  /// The register that a reference means.
  ///
  /// - Parameter reference: a register; whether its indices fit is a rule's business.
  /// - Returns: the register, or `nil` where it is not declared.
  public func register(_ reference: RegisterReference) -> PlacedRegister? { register(named: reference.name) }

  /// The field that a reference means, and its register.
  ///
  /// - Parameter reference: a field.
  /// - Returns: both, or `nil` where one of them is not declared.
  public func field(_ reference: FieldReference) -> (register: PlacedRegister, field: Field)? {
    guard let register = register(reference.register),
      let field = register.register.field(named: reference.field.value)
    else { return nil }
    return (register, field)
  }

  /// The register that a driver without a timer reads to let time pass, outside arrays where there is one.
  ///
  /// `nil` where a read of every register changes the device, needs its bank selected, or means nothing.
  public var polledForDelay: PlacedRegister? {
    let possible = registers.filter {
      $0.register.isReadable && !$0.register.hasReadEffect && $0.banks.isEmpty
    }
    return possible.first { $0.dimensions.isEmpty } ?? possible.first
  }

  /// Places the registers of a spec.
  public init(_ spec: DriverSpec) {
    var walk = Walk(spec)
    walk.items(spec.registers, below: PlacedRegister.Root(), depth: 0)
    registers = walk.registers
    isTruncated = walk.isTruncated
    indices = Dictionary(zip(walk.registers.map(\.name), walk.registers.indices)) { first, _ in first }
  }
}

/// A register at its place in the device.
public struct PlacedRegister: Sendable, Equatable {
  /// From the outermost block to the register.
  public let path: [Element]
  /// The register as the spec has it; its `offset` counts from the block around it.
  public let register: Register
  /// The resource that it stands in, where the spec names one or has only one.
  public let region: String?
  /// Bytes from the start of the region; of the first element of every array.
  public let offset: UInt64
  /// The order of its bytes.
  public let byteOrder: ByteOrder
  /// The conditions under which it is there: its own and those of the blocks around it.
  public let banks: [Bank]

  /// One name of a path.
  public struct Element: Sendable, Hashable {
    /// The manual's name.
    public let name: String
    /// How many there are, where it is an array.
    public let repetition: Repetition?
  }

  struct Root {
    var path: [Element] = []
    var region: String?
    var offset: UInt64 = 0
    var banks: [Bank] = []
  }

  /// The names alone: `CHANNEL.COUNT`.
  public var name: String { path.map(\.name).joined(separator: ".") }
  /// The names with the size of each array: `CHANNEL[8].COUNT`.
  public var nameWithCounts: String {
    path.map { element in
      element.repetition.map { "\(element.name)[\($0.count.value)]" } ?? element.name
    }.joined(separator: ".")
  }
  /// The arrays that it stands in, the outermost first.
  public var dimensions: [Repetition] { path.compactMap(\.repetition) }
  /// Where the spec names it.
  public var place: SourcePlace { register.name.place }

  /// The offset of one element.
  ///
  /// - Parameter indices: one for each of ``dimensions``, each below its count.
  /// - Returns: bytes from the start of the region, wrapped where a rule was broken.
  public func offset(at indices: [Int]) -> UInt64 {
    zip(dimensions, indices).reduce(offset) { sum, next in
      sum &+ UInt64(truncatingIfNeeded: next.1) &* next.0.stride.value
    }
  }
}

private struct Walk {
  let spec: DriverSpec
  let definitions: [String: BlockDefinition]
  let soleRegion: String?
  var registers: [PlacedRegister] = []
  var isTruncated = false

  init(_ spec: DriverSpec) {
    self.spec = spec
    definitions = Dictionary(spec.blocks.map { ($0.name.value, $0) }) { first, _ in first }
    let regions = spec.resources.filter { $0.window != nil }
    soleRegion = regions.count == 1 ? regions[0].name.value : nil
  }

  mutating func items(_ items: [RegisterItem], below root: PlacedRegister.Root, depth: Int) {
    for item in items {
      guard registers.count < RegisterMap.limit else {
        isTruncated = true
        return
      }
      switch item {
      case .register(let register):
        var here = root
        enter(register.name, register.repetition, register.region, register.offset, register.bank, &here)
        registers.append(
          PlacedRegister(
            path: here.path, register: register, region: here.region ?? soleRegion, offset: here.offset,
            byteOrder: register.byteOrder?.value ?? spec.byteOrder?.value ?? .little, banks: here.banks))
      case .block(let block):
        guard depth < RegisterMap.depthLimit else { continue }
        var here = root
        enter(block.name, block.repetition, block.region, block.offset, block.bank, &here)
        switch block.content {
        case .inline(let items): self.items(items, below: here, depth: depth + 1)
        case .shared(let name):
          if let definition = definitions[name.value] {
            self.items(definition.items, below: here, depth: depth + 1)
          }
        }
      }
    }
  }

  private func enter(
    _ name: Located<String>, _ repetition: Repetition?, _ region: Located<String>?,
    _ offset: Located<UInt64>, _ bank: Bank?, _ here: inout PlacedRegister.Root
  ) {
    here.path.append(.init(name: name.value, repetition: repetition))
    here.region = region?.value ?? here.region
    here.offset = here.offset &+ offset.value
    if let bank { here.banks.append(bank) }
  }
}
