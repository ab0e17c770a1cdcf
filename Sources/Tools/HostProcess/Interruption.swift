import Glibc

/// What happens when a signal ends this program: the terminal is as it was, and no child stays behind.
public enum Interruption {
  /// From now on interrupt, hang-up and termination tidy up before they end the program.
  ///
  /// A pipe that breaks is from now on an error of the write, not the program's end.
  public static func tidyUp() {
    // The first use must not be inside the handler.
    RunningChildren.remove(0)
    Terminal.prepare()
    // Safety: the handlers capture nothing and call only what POSIX allows in one (kill, tcsetattr, signal,
    // raise), on memory that stays.
    let ending: @convention(c) (Int32) -> Void = { number in
      Terminal.restoreFromHandler()
      RunningChildren.stopAll()
      signal(number, SIG_DFL)
      raise(number)
    }
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, ending) }
    signal(SIGPIPE, SIG_IGN)
  }
}
