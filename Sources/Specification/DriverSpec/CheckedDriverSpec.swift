/// A spec that every rule has passed: what the generator and the tools behind it take.
///
/// Only SpecRules makes one, so whoever holds one need not ask again whether a name is declared, a value fits or a range
/// is the right way round.
@dynamicMemberLookup
public struct CheckedDriverSpec: Sendable, Equatable {
  /// The spec.
  public let spec: DriverSpec
  /// Every register at its place.
  public let registerMap: RegisterMap

  /// For SpecRules alone, after its last rule.
  @_spi(SpecRules)
  public init(afterEveryRule spec: DriverSpec, _ registerMap: RegisterMap? = nil) {
    self.spec = spec
    self.registerMap = registerMap ?? spec.registerMap
  }

  /// A part of the spec.
  public subscript<Member>(dynamicMember path: KeyPath<DriverSpec, Member>) -> Member { spec[keyPath: path] }
}
