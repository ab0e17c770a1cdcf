import FoundationEssentials
import HostProcess
import Testing

/// The `dddk` that was built with these tests.
enum Command {
  /// It stands beside the tests' own program.
  static let path: String = {
    let program = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    var folder = program.deletingLastPathComponent()
    while !FileManager.default.isExecutableFile(atPath: folder.appending(path: "dddk").path) {
      guard folder.path != "/" else { return "dddk" }
      folder = folder.deletingLastPathComponent()
    }
    return folder.appending(path: "dddk").path
  }()

  /// The kit's root folder.
  static let kit = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// What a command said and how it ended.
  struct Outcome {
    let status: ChildProcess.Status?
    let output: String
    let messages: String
  }

  /// Runs the command in a folder.
  static func run(
    _ arguments: [String], in folder: String = kit, input: String? = nil,
    within limit: Duration = .seconds(600)
  ) throws -> Outcome {
    try run(program: [path] + arguments, in: folder, input: input, within: limit)
  }

  /// Runs any program in a folder.
  static func run(
    program: [String], in folder: String, input: String? = nil, within limit: Duration = .seconds(600)
  ) throws -> Outcome {
    let files = try TemporaryFolder(prefix: "dddk-test")
    let messages = files.file("messages")
    let shell = "exec \"$@\" 2>\"$MESSAGES\"" + (input == nil ? " </dev/null" : " <\"$INPUT\"")
    if let input { try Data(input.utf8).write(to: URL(filePath: files.file("input"))) }
    let result = try ChildProcess.run(
      ["sh", "-c", shell, "sh"] + program, in: folder,
      environment: ["MESSAGES": messages, "INPUT": files.file("input")], until: .after(limit))
    let told = FileManager.default.contents(atPath: messages) ?? Data()
    return Outcome(
      status: result.status, output: result.output, messages: String(decoding: told, as: UTF8.self))
  }
}
