import CDeviceAccess

/// What stands at an offset on a bus: a register, or a block of registers.
public protocol RegisterElement {
  /// The same, `bytes` further on.
  func moved(by bytes: Int) -> Self
}

/// Registers or blocks of registers that are all alike, each `stride` bytes after the one before.
///
/// An `Int` that is known at compile time and fits costs nothing; one that is not is checked where it is used. A
/// ``RegisterIndex`` was checked when it was made. So an access costs what it costs in C, with the same check or
/// without one.
public struct RegisterArray<Element: RegisterElement, let count: Int> {
  let first: Element
  let stride: Int

  /// Elements from the first on.
  @inline(__always)
  public init(from first: Element, stride: Int) {
    self.first = first
    self.stride = stride
  }

  /// The indices of all elements, from 0.
  @inline(__always)
  public var indices: RegisterIndices<count> { RegisterIndices() }

  /// An element; an index that is not below `count` stops the program.
  @inline(__always)
  public subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such element")
    return element(index)
  }

  /// An element, by an index that is known to be one.
  @inline(__always)
  public subscript(index: RegisterIndex<count>) -> Element { element(index.position) }

  @inline(__always)
  private func element(_ index: Int) -> Element {
    first.moved(by: device_element_index(index) &* stride)
  }
}

/// The place of an element in an array of `count` registers: from 0, checked once.
public struct RegisterIndex<let count: Int>: Equatable, Sendable {
  /// From 0.
  public let position: Int

  /// The index of an element; `nil` where there is none.
  @inline(__always)
  public init?(_ position: Int) {
    guard UInt(bitPattern: position) < UInt(bitPattern: count) else { return nil }
    self.position = position
  }

  @inline(__always)
  init(known position: Int) { self.position = position }
}

/// The indices of an array of registers, in order.
public struct RegisterIndices<let count: Int>: Sequence, IteratorProtocol {
  private var position = 0

  @inline(__always)
  init() {}

  /// The next index.
  @inline(__always)
  public mutating func next() -> RegisterIndex<count>? {
    guard position < count else { return nil }
    defer { position &+= 1 }
    return RegisterIndex(known: position)
  }
}
