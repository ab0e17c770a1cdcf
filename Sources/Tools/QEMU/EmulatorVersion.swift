import Boards
import HostProcess

/// A version of QEMU.
public struct EmulatorVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Major, minor and patch number.
  public let major, minor, patch: Int

  /// The oldest that the kit was tried with: Debian 12's.
  public static let oldest = EmulatorVersion(major: 7, minor: 2, patch: 0)

  /// A version by its numbers.
  public init(major: Int, minor: Int, patch: Int) {
    (self.major, self.minor, self.patch) = (major, minor, patch)
  }

  /// What `qemu-system-… --version` says in its first line; nil where it says none.
  public init?(in line: some StringProtocol) {
    let word = "version "
    guard let range = line.firstRange(of: word) else { return nil }
    let numbers = line[range.upperBound...].prefix { $0.isNumber || $0 == "." }.split(separator: ".")
      .compactMap { Int($0) }
    guard numbers.count >= 2 else { return nil }
    self.init(major: numbers[0], minor: numbers[1], patch: numbers.count > 2 ? numbers[2] : 0)
  }

  /// Older before newer.
  public static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }

  /// `7.2.0`.
  public var description: String { "\(major).\(minor).\(patch)" }
}

extension Board {
  /// Checks that the board's emulator is here and new enough.
  ///
  /// - Throws: ``QEMUError/tooOld(program:found:oldest:)``, or that there is no such program.
  public func checkEmulator() throws(QEMUError) {
    let result = try asQEMUError { () throws(HostError) in
      try ChildProcess.run([emulator.program, "--version"], until: .after(.seconds(20)))
    }
    guard result.isSuccess else {
      throw .endedEarly(status: "`\(emulator.program) --version` failed", output: result.output)
    }
    // One that does not say its version in this way is somebody's own build: they know.
    guard let found = EmulatorVersion(in: result.output), found < .oldest else { return }
    throw .tooOld(program: emulator.program, found: found, oldest: .oldest)
  }
}
