import HostProcess
import Synchronization

/// Reads and writes a machine's memory and devices from the host, and hears its interrupt lines, with no
/// guest code running.
///
/// Source: QEMU, system/qtest.c (the protocol's comment).
public final class QTestClient: Sendable {
  /// An interrupt line that changed.
  public struct InterruptEvent: Hashable, Sendable {
    /// The input of the intercepted controller: on a GIC, the shared peripheral interrupt's number.
    public let input: Int
    /// Whether the line is high now.
    public let isRaised: Bool
  }

  /// One access of a batch.
  public enum Access: Hashable, Sendable {
    /// A read of 1, 2, 4 or 8 bytes.
    case read(address: UInt64, bytes: Int)
    /// A write of 1, 2, 4 or 8 bytes.
    case write(address: UInt64, value: UInt64, bytes: Int)
    /// A read of 1, 2 or 4 bytes at an I/O port.
    case readPort(UInt16, bytes: Int)
    /// A write of 1, 2 or 4 bytes at an I/O port.
    case writePort(UInt16, value: UInt64, bytes: Int)
  }

  /// How many requests are under way at once: QEMU stops reading while its answers are not read.
  static let batchLimit = 128

  private struct State: ~Copyable {
    var channel: LineChannel
    var levels: [Int: Bool] = [:]
    var events: [InterruptEvent] = []
  }

  private let state: Mutex<State>
  private let patience: Duration

  init(_ socket: Descriptor, patience: Duration = .seconds(20)) {
    state = Mutex(State(channel: LineChannel(socket)))
    self.patience = patience
  }

  /// Reads one value of its type's width at a guest physical address.
  public func read<Value: FixedWidthInteger & UnsignedInteger>(
    _ type: Value.Type = Value.self, at address: UInt64
  ) throws(QEMUError) -> Value {
    Value(truncatingIfNeeded: try perform([.read(address: address, bytes: Value.bitWidth / 8)])[0])
  }

  /// Writes one value of its type's width at a guest physical address.
  public func write<Value: FixedWidthInteger & UnsignedInteger>(
    _ value: Value, at address: UInt64
  ) throws(QEMUError) {
    try perform([.write(address: address, value: UInt64(value), bytes: Value.bitWidth / 8)])
  }

  /// Reads one value of its type's width at an I/O port; at most 32 bits.
  public func read<Value: FixedWidthInteger & UnsignedInteger>(
    _ type: Value.Type = Value.self, atPort port: UInt16
  ) throws(QEMUError) -> Value {
    Value(truncatingIfNeeded: try perform([.readPort(port, bytes: Value.bitWidth / 8)])[0])
  }

  /// Writes one value of its type's width at an I/O port; at most 32 bits.
  public func write<Value: FixedWidthInteger & UnsignedInteger>(
    _ value: Value, atPort port: UInt16
  ) throws(QEMUError) {
    try perform([.writePort(port, value: UInt64(value), bytes: Value.bitWidth / 8)])
  }

  /// Performs accesses in order, many in one exchange; answers each read's value, and 0 for each write.
  @discardableResult
  public func perform(_ accesses: [Access]) throws(QEMUError) -> [UInt64] {
    var values: [UInt64] = []
    values.reserveCapacity(accesses.count)
    var rest = accesses[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Self.batchLimit).map(Self.command)
      rest = rest.dropFirst(batch.count)
      for reply in try exchange(batch) {
        values.append(try reply.isEmpty ? 0 : Self.number(reply))
      }
    }
    return values
  }

  /// Reads bytes of guest physical memory.
  public func readBytes(at address: UInt64, count: Int) throws(QEMUError) -> [UInt8] {
    guard count > 0 else { return [] }
    let command = "read 0x\(String(address, radix: 16)) 0x\(String(count, radix: 16))"
    let digits = Array(try exchange([command])[0].utf8.dropFirst(2))
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
      UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
    }
    guard bytes.count == count else {
      throw .unexpectedReply(command: command, reply: String(decoding: digits, as: UTF8.self))
    }
    return bytes
  }

  /// Writes bytes to guest physical memory.
  public func writeBytes(_ bytes: [UInt8], at address: UInt64) throws(QEMUError) {
    guard !bytes.isEmpty else { return }
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    _ = try exchange([
      "write 0x\(String(address, radix: 16)) 0x\(String(bytes.count, radix: 16)) 0x\(digits)"
    ])
  }

  /// Hears the inputs of an interrupt controller from now on; one controller a process.
  ///
  /// - Parameter path: its place in QEMU's object tree (``QMPClient/objectPaths(ofType:)``).
  /// - Throws: ``QEMUError/refused(command:reply:)`` when nothing is there, or another was intercepted.
  public func interceptInterrupts(of path: String) throws(QEMUError) {
    _ = try exchange(["irq_intercept_in \(path)"])
  }

  /// Drives one of a device's nameless input lines, as what is wired to it would.
  ///
  /// - Parameters:
  ///   - number: the line.
  ///   - path: the device's place in QEMU's object tree.
  ///   - isHigh: its level from now on.
  /// - Throws: ``QEMUError/refused(command:reply:)`` when there is no such device or line.
  public func setInput(_ number: Int, of path: String, to isHigh: Bool) throws(QEMUError) {
    _ = try exchange(["set_irq_in \(path) unnamed-gpio-in \(number) \(isHigh ? 1 : 0)"])
  }

  /// Whether an input of the intercepted controller is high, as far as QEMU has said.
  public func isRaised(_ input: Int) -> Bool {
    state.withLock { $0.levels[input] ?? false }
  }

  /// The changes heard since they were last taken, in order.
  public func takeInterruptEvents() -> [InterruptEvent] {
    state.withLock { state in
      defer { state.events = [] }
      return state.events
    }
  }

  /// Waits until an input is at a level; answers whether it is.
  public func waitForInterrupt(
    _ input: Int, raised: Bool = true, within limit: Duration = .seconds(2)
  ) throws(QEMUError) -> Bool {
    let deadline = Deadline.after(limit)
    return try state.withLock { state throws(QEMUError) in
      while (state.levels[input] ?? false) != raised {
        guard let line = try state.channel.receiveLine(until: deadline) else { return false }
        guard Self.note(line, in: &state) else {
          throw .unexpectedReply(command: "waiting for interrupts", reply: line)
        }
      }
      return true
    }
  }

  /// Sends commands in one go and reads as many answers, without their `OK`.
  private func exchange(_ commands: [String]) throws(QEMUError) -> [String] {
    let deadline = Deadline.after(patience)
    return try state.withLock { state throws(QEMUError) in
      try state.channel.send(commands.map { $0 + "\n" }.joined(), until: deadline)
      var replies: [String] = []
      while replies.count < commands.count {
        let command = commands[replies.count]
        guard let line = try state.channel.receiveLine(until: deadline) else {
          throw .host(.deadlinePassed(waitingFor: "QEMU's answer to `\(command)`"))
        }
        if Self.note(line, in: &state) { continue }
        guard line.hasPrefix("OK") else { throw .refused(command: command, reply: line) }
        replies.append(String(line.dropFirst(3)))
      }
      return replies
    }
  }

  /// Takes in an interrupt's line (`IRQ raise 1`); answers whether it was one.
  private static func note(_ line: String, in state: inout State) -> Bool {
    let words = line.split(separator: " ")
    guard words.count == 3, words[0] == "IRQ", let input = Int(words[2]) else { return false }
    let isRaised = words[1] == "raise"
    state.levels[input] = isRaised
    state.events.append(InterruptEvent(input: input, isRaised: isRaised))
    return true
  }

  private static func command(_ access: Access) -> String {
    switch access {
    case .read(let address, let bytes):
      "read\(letter(bytes)) 0x\(String(address, radix: 16))"
    case .write(let address, let value, let bytes):
      "write\(letter(bytes)) 0x\(String(address, radix: 16)) 0x\(String(value, radix: 16))"
    case .readPort(let port, let bytes):
      "in\(portLetter(bytes)) 0x\(String(port, radix: 16))"
    case .writePort(let port, let value, let bytes):
      "out\(portLetter(bytes)) 0x\(String(port, radix: 16)) 0x\(String(value, radix: 16))"
    }
  }

  private static func portLetter(_ bytes: Int) -> Character {
    precondition(bytes <= 4, "an access to a port has 1, 2 or 4 bytes, not \(bytes)")
    return letter(bytes)
  }

  private static func letter(_ bytes: Int) -> Character {
    switch bytes {
    case 1: "b"
    case 2: "w"
    case 4: "l"
    case 8: "q"
    default: preconditionFailure("an access has 1, 2, 4 or 8 bytes, not \(bytes)")
    }
  }

  private static func number(_ reply: String) throws(QEMUError) -> UInt64 {
    guard reply.hasPrefix("0x"), let value = UInt64(reply.dropFirst(2), radix: 16) else {
      throw .unexpectedReply(command: "read", reply: reply)
    }
    return value
  }
}
