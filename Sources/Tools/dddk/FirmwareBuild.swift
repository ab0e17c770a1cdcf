import Boards
import Dispatch
import FirmwareSDK
import FoundationEssentials
import HostProcess
import Synchronization

/// Builds target programs with the kit's Swift SDKs, those of different kinds at the same time.
struct FirmwareBuild: Sendable {
  let kit: Kit
  let board: Board
  let processor: Processor
  /// Where the numbers of the seL4 API come from.
  let headers: FirmwareSDK.KernelHeaders
  let progress: Progress

  /// Builds every program; answers each one's ELF file.
  ///
  /// - Parameters:
  ///   - programs: what to build; the order does not matter.
  ///   - folder: where a package's programs are built.
  /// - Returns: the paths of the ELF files.
  /// - Throws: what the compiler said of the first program that does not build.
  func build(
    _ programs: [FirmwareProgram], folder: (_ package: String) -> String
  ) throws -> [FirmwareProgram: String] {
    var batches: [Batch] = []
    for program in programs {
      let base = folder(program.package) + suffix
      let scratch = "\(base)/\(scratchFolder(of: program))"
      if let index = batches.firstIndex(where: { $0.scratch == scratch }) {
        batches[index].programs.append(program)
      } else {
        try FirmwareSDK(headers: headers).write(into: URL(filePath: "\(base)/sdk"))
        batches.append(Batch(sdks: "\(base)/sdk", scratch: scratch, programs: [program]))
      }
    }
    // The folder with most to do first: it takes longest, and there may be fewer processors than folders.
    let all = batches.sorted { $0.programs.count > $1.programs.count }
    let environment = kit.isWritable ? try ShippedDrivers.generate(in: kit) : ["DDDK_WITHOUT_DRIVERS": "1"]
    if all.contains(where: { !FileManager.default.fileExists(atPath: $0.scratch) }) {
      say(
        "building for \(board.name) for the first time, which takes some minutes; later builds take seconds")
    }
    let results = Mutex<[FirmwareProgram: String]>([:])
    let failures = Mutex<[CommandFailure]>([])
    // One folder is built by one compiler at a time; different ones are free of each other.
    DispatchQueue.concurrentPerform(iterations: all.count) { index in
      let batch = all[index]
      do throws(CommandFailure) {
        for program in batch.programs {
          let file = try build(program, in: batch, environment)
          results.withLock { $0[program] = file }
        }
      } catch {
        failures.withLock { $0.append(error) }
      }
    }
    if let failure = failures.withLock({ $0.first }) { throw failure }
    return results.withLock { $0 }
  }

  /// Where a program is built: kernel and loader are a board's, the others a processor's.
  ///
  /// What the plugin generates has a folder of its own as well, in which Package.swift has other targets.
  private func scratchFolder(of program: FirmwareProgram) -> String {
    let owner =
      switch program.role {
      case .component: processor.name
      case .loader: board.name
      case .kernel: board.kernelName
      }
    return "\(owner)-\(program.usesPlugin ? "driver" : program.role.rawValue)"
  }

  /// Programs that are built in one folder, one after the other.
  private struct Batch {
    let sdks: String
    let scratch: String
    var programs: [FirmwareProgram]
  }

  /// Programs for other headers are other programs: they do not overwrite each other.
  private var suffix: String {
    switch headers {
    case .own: ""
    case .installed(let folder):
      "/headers" + folder.path.replacing("/", with: "-")
    }
  }

  private func build(
    _ program: FirmwareProgram, in batch: Batch, _ environment: [String: String]
  ) throws(CommandFailure) -> String {
    progress.begin("building \(program.product)")
    let command = [
      "swift", "build", "--package-path", program.package, "--scratch-path", batch.scratch,
      "--swift-sdks-path", batch.sdks, "--swift-sdk", FirmwareSDK.name(program.role, for: board),
      "--configuration", "release", "--product", program.product,
    ]
    let result: ChildProcess.Result
    let environment = program.usesPlugin ? Kit.generator : environment
    do { result = try ChildProcess.run(command, environment: environment) } catch {
      throw CommandFailure("\(error)")
    }
    guard result.isSuccess else {
      let told = result.output.split(separator: "\n").filter { !Self.isProgress($0) }
      throw CommandFailure(
        "`\(program.product)` does not build:\n\(told.joined(separator: "\n"))",
        fix: "to see all of it: \(command.joined(separator: " "))")
    }
    return "\(batch.scratch)/\(processor.triple)/release/\(program.product)"
  }

  /// `[12/40] Compiling …` and the like.
  private static func isProgress(_ line: Substring) -> Bool {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return false }
    return line[..<end].dropFirst().allSatisfy { $0.isNumber || $0 == "/" }
  }
}
