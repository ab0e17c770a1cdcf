import Glibc

/// A descriptor and what a caller waits for on it.
public struct Readiness: Sendable {
  /// What may happen on a descriptor.
  public struct Events: OptionSet, Sendable {
    /// The set as bits.
    public let rawValue: UInt8
    /// A set of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// There are bytes to read, or the end.
    public static let readable = Events(rawValue: 1)
    /// The other end takes bytes.
    public static let writable = Events(rawValue: 2)
    /// The other end has gone.
    public static let hungUp = Events(rawValue: 4)
  }

  let descriptor: Descriptor
  let events: Events

  /// Waits for `events` on `descriptor`.
  public init(_ descriptor: Descriptor, _ events: Events) {
    self.descriptor = descriptor
    self.events = events
  }

  /// Waits until something holds of one of them; answers what holds of each, in their order.
  ///
  /// All answers are empty when the deadline passed or a signal came.
  public static func wait(
    for all: [Readiness], until deadline: Deadline
  ) throws(HostError) -> [Events] {
    var polled = all.map { one in
      let wanted =
        (one.events.contains(.readable) ? POLLIN : 0) | (one.events.contains(.writable) ? POLLOUT : 0)
      return pollfd(fd: one.descriptor.number, events: Int16(wanted), revents: 0)
    }
    // Safety: poll reads and writes exactly the entries that the array holds.
    let count = unsafe poll(&polled, nfds_t(polled.count), deadline.pollMilliseconds)
    if count < 0 && errno != EINTR {
      throw .failed("poll", all.map(\.descriptor.name).joined(separator: ", "))
    }
    guard count > 0 else { return all.map { _ in [] } }
    return polled.map { entry in
      var events: Events = []
      let happened = Int32(entry.revents)
      if happened & POLLIN != 0 { events.insert(.readable) }
      if happened & POLLOUT != 0 { events.insert(.writable) }
      if happened & (POLLHUP | POLLERR) != 0 { events.insert(.hungUp) }
      return events
    }
  }
}
