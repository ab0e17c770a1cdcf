import Glibc
import Synchronization

/// The person's terminal, taken over byte by byte while a console is attached to it.
public enum Terminal {
  private static let isRaw = Atomic<Bool>(false)
  // Safety: written only by `prepare`, before any handler or raw mode that reads it.
  nonisolated(unsafe) private static var original = termios()

  /// Remembers how the terminal is now.
  static func prepare() {
    guard Descriptor.standardInput.isTerminal, !isRaw.load(ordering: .acquiring) else { return }
    // Safety: tcgetattr fills the one termios that it is given.
    unsafe _ = tcgetattr(STDIN_FILENO, &original)
  }

  /// Runs `body` with the terminal in raw mode, and restores it however that ends.
  ///
  /// Every key reaches the guest, the interrupt key too. Where standard input is no terminal, `body` just
  /// runs.
  public static func withRawMode<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard Descriptor.standardInput.isTerminal else { return try body() }
    prepare()
    // Safety: one termios is copied, changed and given to tcsetattr.
    var raw = unsafe original
    unsafe cfmakeraw(&raw)
    isRaw.store(true, ordering: .releasing)
    unsafe _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
    defer { restoreFromHandler() }
    return try body()
  }

  static func restoreFromHandler() {
    guard isRaw.exchange(false, ordering: .acquiringAndReleasing) else { return }
    // Safety: `original` was filled before `isRaw` was set.
    unsafe _ = tcsetattr(STDIN_FILENO, TCSANOW, &original)
  }

  /// Whether messages on standard error may be coloured: a terminal that has not asked for plain text.
  public static var mayColourErrors: Bool {
    Descriptor.standardError.isTerminal && HostEnvironment["NO_COLOR"] == nil
      && HostEnvironment["TERM"] != "dumb"
  }

  /// Whether results on standard output may be coloured.
  public static var mayColourOutput: Bool {
    Descriptor.standardOutput.isTerminal && HostEnvironment["NO_COLOR"] == nil
      && HostEnvironment["TERM"] != "dumb"
  }

  /// Whether the person's terminal shows UTF-8, by the locale's variables.
  public static var showsUTF8: Bool {
    let locale = HostEnvironment["LC_ALL"] ?? HostEnvironment["LC_CTYPE"] ?? HostEnvironment["LANG"] ?? ""
    let name = locale.lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
  }

  /// The terminal's width in columns, or 80 where that is not known.
  public static var columns: Int {
    var size = winsize()
    // Safety: TIOCGWINSZ fills one winsize; withUnsafeMutablePointer keeps it alive through the call.
    let answer = unsafe withUnsafeMutablePointer(to: &size) {
      unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), $0)
    }
    return answer == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
