import FoundationEssentials
import HostProcess
import QEMU
import Synchronization
import Testing

/// A system that was built for the tests, once for each kernel and system file.
struct TestImage: Sendable {
  /// What the machine boots.
  let bootImage: String
  /// What it is given beside it, where Multiboot starts the board.
  let module: String?
  /// The root task with all components, in bytes.
  let rootTaskImage: [UInt8]

  /// The image of a system: the kit's own, or that of a file in Systems.
  static func of(_ kernel: TestKernel, system: String? = nil) throws -> TestImage {
    let name = "\(kernel.board.title) \(kernel.option) \(system ?? "")"
    return try built.withLock { built in
      if let image = built[name] { return image }
      let image = try build(kernel, system: system, into: folder.get().file("image-\(built.count)"))
      built[name] = image
      return image
    }
  }

  /// Starts the system and waits for the console's first prompt.
  static func boot(_ kernel: TestKernel, system: String? = nil) throws -> ScriptedConsole {
    let console = ScriptedConsole(try machine(kernel, system: system))
    try console.wait(for: prompt, within: .seconds(60))
    return console
  }

  /// Starts the system.
  static func machine(
    _ kernel: TestKernel, system: String? = nil, lines: Int = 1
  ) throws -> VirtualMachine {
    let image = try of(kernel, system: system)
    return try VirtualMachine(
      kernel.board, image: image.bootImage, module: image.module, lines: lines)
  }

  /// What the console says when it listens.
  static let prompt = "dddk> "

  private static let built = Mutex<[String: TestImage]>([:])
  private static let folder = Result { try TemporaryFolder(prefix: "dddk-images") }

  private struct Report: Decodable {
    let bootImage: String
    let rootTaskImage: String
  }

  private static func build(
    _ kernel: TestKernel, system: String?, into folder: String
  ) throws -> TestImage {
    let file =
      system.map { ["--system", "\(Command.kit)/Tests/SystemTests/Systems/\($0).system.yaml"] } ?? []
    let outcome = try Command.run(
      ["build", "--output", folder, "--format", "json"] + kernel.arguments + file,
      within: .seconds(1200))
    try #require(outcome.status == .exited(0), "\(outcome.messages)")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    let bytes = try #require(FileManager.default.contents(atPath: report.rootTaskImage))
    return TestImage(
      bootImage: report.bootImage, module: kernel.board.start == .multiboot ? report.rootTaskImage : nil,
      rootTaskImage: [UInt8](bytes))
  }
}

extension ScriptedConsole {
  /// Types a command and answers what the console says up to the next prompt, without the echo of the line.
  func answer(to line: String, within limit: Duration = .seconds(60)) throws -> String {
    type("\(line)\r")
    try wait(for: line, within: limit)
    return String(try wait(for: TestImage.prompt, within: limit).dropLast(TestImage.prompt.count))
  }
}
