import Glibc
import Synchronization

/// A program that this one started and will outlive.
public final class ChildProcess: Sendable {
  /// How a program ended.
  public enum Status: Hashable, Sendable {
    /// It ended by itself with this status.
    case exited(Int32)
    /// This signal ended it.
    case signalled(Int32)
  }

  /// Where a child's input comes from or its output goes to.
  public enum Stream: Sendable {
    /// The same place as this program's own.
    case inherited
    /// Nowhere.
    case null
    /// A descriptor of this program.
    case descriptor(Descriptor)
    /// The same place as the child's standard output; for standard error.
    case output
  }

  /// The kernel's number for it.
  public let identifier: Int32
  /// The program and its arguments.
  public let command: [String]
  private let ended = Mutex<Status?>(nil)

  /// Starts `command`, whose first element is a path or a name on the search path.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments.
  ///   - folder: the folder in which it starts, or this program's own.
  ///   - environment: variables in addition to this program's own.
  ///   - input: where its standard input comes from.
  ///   - output: where its standard output goes.
  ///   - errors: where its standard error goes.
  /// - Throws: ``HostError/programNotFound(_:)`` when there is no such program.
  public init(
    _ command: [String], in folder: String? = nil, environment: [String: String] = [:],
    input: Stream = .null, output: Stream = .inherited, errors: Stream = .inherited
  ) throws(HostError) {
    self.command = command
    guard let name = command.first else { throw .programNotFound("") }
    guard HostEnvironment.path(ofProgram: name) != nil else { throw .programNotFound(name) }
    // The C library's call that starts a child in another folder is not visible to Swift; `env` has it.
    let command = folder.map { ["env", "-C", $0] + command } ?? command
    let program = command[0]
    // Safety: the actions and attributes are initialised here, used by one posix_spawnp on this thread and
    // destroyed when the scope ends; descriptors in `input`, `output` and `errors` outlive the call; the
    // argument and environment vectors are NUL-terminated copies freed after it.
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (stream, number, flags) in [
      (input, STDIN_FILENO, O_RDONLY), (output, STDOUT_FILENO, O_WRONLY), (errors, STDERR_FILENO, O_WRONLY),
    ] {
      switch stream {
      case .inherited: break
      case .null: unsafe posix_spawn_file_actions_addopen(&actions, number, "/dev/null", flags, 0)
      case .descriptor(let other): unsafe posix_spawn_file_actions_adddup2(&actions, other.number, number)
      case .output: unsafe posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, number)
      }
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A pipe that breaks is an error here and the end of the child there.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    // A thread that blocks signals, as the runtime's do, would leave a child that never hears of its own children's end.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    var variables = unsafe HostEnvironment.merged(with: environment).map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawnp(&child, program, &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw .callFailed(call: "posix_spawn", subject: program, code: code) }
    identifier = child
    RunningChildren.add(child)
  }

  deinit {
    if ended.withLock({ $0 == nil }) { stop() }
  }

  /// How it ended, or nil while it runs.
  public func status() throws(HostError) -> Status? {
    try ended.withLock { known throws(HostError) in
      if known == nil { known = try Self.collect(identifier, options: WNOHANG) }
      return known
    }
  }

  /// Waits for its end; nil when the deadline passed first.
  public func wait(until deadline: Deadline = .never) throws(HostError) -> Status? {
    while true {
      if let status = try status() { return status }
      if deadline.hasPassed { return nil }
      usleep(3000)
    }
  }

  /// Ends it: asks first, and insists after `patience`.
  public func stop(patience: Duration = .seconds(2)) {
    guard ended.withLock({ $0 == nil }), (try? status()) == nil else { return }
    kill(identifier, SIGTERM)
    if (try? wait(until: .after(patience))) != nil { return }
    kill(identifier, SIGKILL)
    _ = try? wait(until: .after(.seconds(5)))
  }

  private static func collect(_ child: pid_t, options: Int32) throws(HostError) -> Status? {
    var word: Int32 = 0
    // Safety: waitpid writes one word.
    let answer = unsafe waitpid(child, &word, options)
    if answer == 0 || (answer < 0 && errno == EINTR) { return nil }
    guard answer == child else { throw .failed("waitpid", "process \(child)") }
    RunningChildren.remove(child)
    let signal = word & 0x7f
    return signal == 0 ? .exited((word >> 8) & 0xff) : .signalled(signal)
  }

  /// What a program said and how it ended.
  public struct Result: Sendable {
    /// Its standard output, with its standard error where that was asked for.
    public let output: String
    /// How it ended; nil when it was stopped at the deadline.
    public let status: Status?
    /// Whether it ended by itself with status 0.
    public var isSuccess: Bool { status == .exited(0) }
  }

  /// Runs a program to its end and collects what it says.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments.
  ///   - folder: the folder in which it starts, or this program's own.
  ///   - environment: variables in addition to this program's own.
  ///   - errors: where its standard error goes.
  ///   - deadline: until when it may run; then it is stopped.
  ///   - line: called with each line as it comes, without its end.
  /// - Returns: what it said and how it ended.
  /// - Throws: ``HostError/programNotFound(_:)`` when there is no such program.
  public static func run(
    _ command: [String], in folder: String? = nil, environment: [String: String] = [:],
    errors: Stream = .output, until deadline: Deadline = .never, line: (String) -> Void = { _ in }
  ) throws(HostError) -> Result {
    let (pipe, child) = try start(command, in: folder, environment: environment, errors: errors)
    return try collect(from: pipe, of: child, until: deadline, line: line)
  }

  /// Starts a program whose output is read from the descriptor; only the child holds the other end.
  private static func start(
    _ command: [String], in folder: String?, environment: [String: String], errors: Stream
  ) throws(HostError) -> (Descriptor, ChildProcess) {
    let pipe = try Descriptor.pipe()
    let child = try ChildProcess(
      command, in: folder, environment: environment, output: .descriptor(pipe.writing), errors: errors)
    return (pipe.reading, child)
  }

  private static func collect(
    from pipe: Descriptor, of child: ChildProcess, until deadline: Deadline, line: (String) -> Void
  ) throws(HostError) -> Result {
    var output: [UInt8] = []
    var lineStart = 0
    func take(_ bytes: [UInt8]) {
      var searched = output.count
      output += bytes
      while let end = output[searched...].firstIndex(of: 10) {
        line(String(decoding: output[lineStart..<end], as: UTF8.self))
        lineStart = end + 1
        searched = lineStart
      }
    }
    reading: while !deadline.hasPassed {
      // A grandchild may hold the pipe open after the child's end: so the child's state is asked as well.
      let step = Deadline.earlier(deadline, .after(.milliseconds(100)))
      let hasEnded = try child.status() != nil
      _ = try Readiness.wait(for: [Readiness(pipe, .readable)], until: step)
      switch try pipe.receive() {
      case .bytes(let bytes): take(bytes)
      case .ended: break reading
      case .nothingYet: if hasEnded { break reading }
      }
    }
    let status = try child.wait(until: deadline)
    if status == nil { child.stop() }
    if lineStart < output.count { line(String(decoding: output[lineStart...], as: UTF8.self)) }
    return Result(output: String(decoding: output, as: UTF8.self), status: status)
  }
}
