import Foundation

/// Device trees written as text, for dtc to make blobs of.
enum Source {
  /// dtc, where it is installed (Debian: `device-tree-compiler`).
  static let compiler: URL? = ["/usr/bin/dtc", "/usr/local/bin/dtc"].map { URL(filePath: $0) }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// Why tests over such trees do not run, where they do not.
  static let absence = "dtc is not installed: apt-get install device-tree-compiler"

  /// What dtc makes of the text, even where it finds it odd.
  static func blob(_ text: String) throws -> [UInt8] {
    guard let compiler else { throw Failure(message: absence) }
    let process = Process()
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.executableURL = compiler
    process.arguments = ["-q", "-q", "-f", "-I", "dts", "-O", "dtb"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("/dts-v1/;\n\(text)".utf8))
    try input.fileHandleForWriting.close()
    let blob = try output.fileHandleForReading.readToEnd() ?? Data()
    let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(message: String(decoding: complaint, as: UTF8.self))
    }
    return Array(blob)
  }

  struct Failure: Error { var message: String }
}
