/// A device that sends and receives characters: what a generated driver of the class `serial` can do.
///
/// Each requirement is a register access or two, inlined into the loops that call it.
public protocol SerialDevice: ~Copyable {
  /// Whether the device takes another character now.
  var isReadyToTransmit: Bool { get }

  /// Gives the device a character; only while `isReadyToTransmit`.
  func transmit(_ byte: UInt8)

  /// Takes the oldest received character out of the device; `nil` while there is none.
  func receive() -> ReceivedCharacter?

  /// Lets the device interrupt when it has received something.
  func enableReceiveInterrupt()
  /// Keeps received characters from interrupting: back-pressure while the ring to the client is full.
  func disableReceiveInterrupt()
  /// Lets the device interrupt when it takes characters again.
  func enableTransmitInterrupt()
  /// Keeps room for characters from interrupting: there is nothing to send.
  func disableTransmitInterrupt()
}

/// A generated driver of the class `serial`.
public protocol SerialDriver: Driver, SerialDevice, ~Copyable {
  /// Finds an interrupt's causes, clears them in the device, and serves each: those of the class through
  /// `line`, the others by the author's hooks.
  mutating func serve<Line: SerialLine & ~Copyable>(
    _ interrupt: consuming PendingInterrupt, line: inout Line
  ) -> ClearedInterrupt
}

/// The client's side of a serial device: where received characters go and those to send come from.
///
/// A device is passed `inout`, which hands over its address: a call copies nothing of it.
public protocol SerialLine: ~Copyable {
  /// Moves characters from the device to the client until the device has no more; where the client has no
  /// room, masks the receive interrupt instead.
  mutating func receive(from device: inout some SerialDevice & ~Copyable)

  /// Moves characters from the client to the device until it takes no more, or there are none; the transmit
  /// interrupt is left enabled exactly when there are more to send.
  mutating func transmit(to device: inout some SerialDevice & ~Copyable)
}

/// A character as the device received it.
public struct ReceivedCharacter: Equatable, Sendable {
  /// What was on the line.
  public var byte: UInt8
  /// What was wrong with it.
  public var errors: LineErrors

  /// A character with what was wrong with it: nothing, mostly.
  @inline(__always)
  public init(_ byte: UInt8, errors: LineErrors = []) {
    self.byte = byte
    self.errors = errors
  }
}

/// What can be wrong with a received character.
public struct LineErrors: OptionSet, Sendable {
  /// One bit for each kind.
  public let rawValue: UInt8

  /// The kinds whose bits are set.
  @inline(__always)
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No valid stop bit: the character is not to be trusted.
  public static var framing: Self { Self(rawValue: 1) }
  /// The parity bit does not match: the character is not to be trusted.
  public static var parity: Self { Self(rawValue: 2) }
  /// The line was held low for longer than a character; there is no character.
  public static var `break`: Self { Self(rawValue: 4) }
  /// Characters before this one were lost; this one is good.
  public static var overrun: Self { Self(rawValue: 8) }
}
