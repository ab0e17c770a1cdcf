import SeL4

/// What the contract needs of a board beside its kernel: an interrupt that it can raise by itself, and a way to tell.
public protocol ContractBoard {
  /// The number of a level-triggered interrupt that nobody else serves.
  var interrupt: Word { get }
  /// Raises or lowers the interrupt's line.
  mutating func setInterruptLine(_ isRaised: Bool)
  /// Takes the next byte of what the contract has to tell.
  mutating func put(_ byte: UInt8)
  /// Tells what was kept so far.
  ///
  /// It is asked for where the time that it takes changes nothing: between cases, and between episodes of random calls.
  mutating func flush()
}

extension ContractBoard {
  /// A board that keeps nothing has told it.
  public mutating func flush() {}
}
