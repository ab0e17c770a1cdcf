/// A value and the place in the file that says it.
@dynamicMemberLookup
public struct Located<Value> {
  /// The value.
  public var value: Value
  /// Where the file says it.
  public var place: SourcePlace

  /// Takes each part as it is.
  public init(_ value: Value, at place: SourcePlace) {
    self.value = value
    self.place = place
  }

  /// A member of the value.
  public subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member { value[keyPath: path] }

  /// The same place with another value.
  public func map<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> Located<Other> {
    Located<Other>(try transform(value), at: place)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
