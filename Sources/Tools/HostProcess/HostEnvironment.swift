import Glibc

/// This program's environment variables.
public enum HostEnvironment {
  /// The value of a variable, or nil where it is not set or empty.
  public static subscript(name: String) -> String? {
    // Safety: getenv answers null or a NUL-terminated string, copied at once.
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// This program's variables as `NAME=value`, with those of `additions` set or replaced.
  static func merged(with additions: [String: String]) -> [String] {
    var lines: [String] = []
    // Safety: environ ends with a null pointer and holds NUL-terminated strings.
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let line = unsafe String(cString: entry)
      let name = String(line.prefix { $0 != "=" })
      if additions[name] == nil { lines.append(line) }
      unsafe next = unsafe next.successor()
    }
    return lines + additions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// Where on the search path a program is, or nil.
  public static func path(ofProgram name: String) -> String? {
    if name.contains("/") { return isExecutable(name) ? name : nil }
    for folder in (HostEnvironment["PATH"] ?? "/usr/bin:/bin").split(separator: ":") {
      let path = "\(folder)/\(name)"
      if isExecutable(path) { return path }
    }
    return nil
  }

  private static func isExecutable(_ path: String) -> Bool {
    // Safety: the path is bridged to a NUL-terminated string that lives through the call.
    unsafe access(path, X_OK) == 0
  }
}
