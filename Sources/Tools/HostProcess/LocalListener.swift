import Glibc

/// A socket in the file system at which one program of this host calls.
public final class LocalListener: Sendable {
  /// Where callers find it.
  public let path: String
  private let descriptor: Descriptor

  /// Listens at `path`, which must not exist yet.
  public init(path: String) throws(HostError) {
    self.path = path
    let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard number >= 0 else { throw .failed("socket", path) }
    descriptor = Descriptor(owning: number, name: path)
    try descriptor.neverBlock()
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let limit = MemoryLayout.size(ofValue: address.sun_path) - 1
    let bytes = Array(path.utf8)
    guard bytes.count <= limit else { throw .pathTooLong(path, limit: limit) }
    // Safety: the path was just seen to fit, and the address is zero after it.
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    // Safety: a sockaddr_un is what bind expects behind a sockaddr of the family AF_UNIX.
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(number, $0, size) }
    }
    guard bound == 0 else { throw .failed("bind", path) }
    guard listen(number, 1) == 0 else { throw .failed("listen", path) }
  }

  /// Takes the first call, or throws when `caller` ended or the deadline passed before it came.
  public func accept(
    from caller: ChildProcess, name: String, until deadline: Deadline
  ) throws(HostError) -> Descriptor {
    while true {
      let step = Deadline.earlier(deadline, .after(.milliseconds(50)))
      let ready = try Readiness.wait(for: [Readiness(descriptor, .readable)], until: step)
      if !ready[0].isEmpty {
        let number = Glibc.accept(descriptor.number, nil, nil)
        guard number >= 0 else { throw .failed("accept", path) }
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        let caller = Descriptor(owning: number, name: name)
        try caller.neverBlock()
        return caller
      }
      if try caller.status() != nil { throw .connectionClosed(name) }
      if deadline.hasPassed { throw .deadlinePassed(waitingFor: name) }
    }
  }
}
