public import DriverSpec

/// One register of a device, arrays and blocks gone through: an address, and what stands there.
public struct FlatRegister: Sendable {
  /// The register and where the spec places it; one for all elements of an array.
  public let placed: PlacedRegister
  /// Which element it is: one number for each array that it stands in, the outermost first.
  public let indices: [Int]
  /// Bytes from the start of its region.
  public let offset: UInt64

  /// One element of a register.
  ///
  /// - Parameters:
  ///   - placed: the register.
  ///   - indices: one number for each array that it stands in, below the array's count.
  public init(placed: PlacedRegister, indices: [Int]) {
    self.placed = placed
    self.indices = indices
    offset = placed.offset(at: indices)
  }

  /// The names from the top, with indices: `CHANNEL[2].COUNT`.
  public var name: String {
    var rest = indices[...]
    return placed.path.map { element in
      guard element.repetition != nil, let index = rest.popFirst() else { return element.name }
      return "\(element.name)[\(index)]"
    }.joined(separator: ".")
  }
}

extension RegisterMap {
  /// The most registers that are listed one by one.
  public static let flatLimit = 1 << 20

  /// Every element of every register, in source order, the last index counting fastest.
  ///
  /// - Parameter body: is called for each.
  /// - Returns: whether there were no more than ``flatLimit``; what is beyond is left out.
  @discardableResult
  public func forEachFlatRegister(_ body: (FlatRegister) -> Void) -> Bool {
    var count = 0
    for placed in registers {
      let dimensions = placed.dimensions
      guard dimensions.allSatisfy({ $0.count.value >= 1 }) else { continue }
      var indices = Array(repeating: 0, count: dimensions.count)
      var isDone = false
      while !isDone {
        guard count < Self.flatLimit else { return false }
        count += 1
        body(FlatRegister(placed: placed, indices: indices))
        isDone = true
        for position in dimensions.indices.reversed() {
          indices[position] += 1
          if indices[position] < dimensions[position].count.value {
            isDone = false
            break
          }
          indices[position] = 0
        }
      }
    }
    return !isTruncated
  }
}
