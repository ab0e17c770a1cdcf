import FoundationEssentials
import Glibc

/// A folder that nobody else sees, gone with its last owner.
public final class TemporaryFolder: Sendable {
  /// Its absolute path.
  public let path: String

  /// Makes one whose name starts with `prefix`.
  public init(prefix: String = "dddk") throws(HostError) {
    var template = Array("\(HostEnvironment["TMPDIR"] ?? "/tmp")/\(prefix)-XXXXXX".utf8CString)
    // Safety: the template is NUL-terminated, and mkdtemp writes within its six last letters.
    guard unsafe mkdtemp(&template) != nil else { throw .failed("mkdtemp", prefix) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in it.
  public func file(_ name: String) -> String { "\(path)/\(name)" }
}
