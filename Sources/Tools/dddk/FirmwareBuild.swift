import Dispatch
import FirmwareSDK
import FoundationEssentials
import HostProcess
import Synchronization

/// Builds target programs with the kit's Swift SDKs, those of different kinds at the same time.
struct FirmwareBuild: Sendable {
  let kit: Kit
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
      if let index = batches.firstIndex(where: {
        $0.package == program.package && $0.role == program.role
      }) {
        batches[index].products.append(program.product)
      } else {
        try FirmwareSDK(headers: headers).write(into: URL(filePath: "\(base)/sdk"))
        batches.append(
          Batch(package: program.package, role: program.role, folder: base, products: [program.product]))
      }
    }
    let all = batches
    let results = Mutex<[FirmwareProgram: String]>([:])
    let failures = Mutex<[CommandFailure]>([])
    // One folder is built by one compiler at a time; different ones are free of each other.
    DispatchQueue.concurrentPerform(iterations: all.count) { index in
      let batch = all[index]
      do throws(CommandFailure) {
        for product in batch.products {
          let file = try build(product, of: batch)
          results.withLock {
            $0[FirmwareProgram(package: batch.package, product: product, role: batch.role)] = file
          }
        }
      } catch {
        failures.withLock { $0.append(error) }
      }
    }
    if let failure = failures.withLock({ $0.first }) { throw failure }
    return results.withLock { $0 }
  }

  /// Programs of one package that are built as the same kind, one after the other.
  private struct Batch {
    let package: String
    let role: FirmwareRole
    let folder: String
    var products: [String]
  }

  /// Programs for other headers are other programs: they do not overwrite each other.
  private var suffix: String {
    switch headers {
    case .own: ""
    case .installed(let folder):
      "/headers" + folder.path.replacing("/", with: "-")
    }
  }

  private func build(_ product: String, of batch: Batch) throws(CommandFailure) -> String {
    progress.begin("building \(product)")
    let scratch = "\(batch.folder)/\(processor.name)-\(batch.role.rawValue)"
    let command = [
      "swift", "build", "--package-path", batch.package, "--scratch-path", scratch,
      "--swift-sdks-path", "\(batch.folder)/sdk",
      "--swift-sdk", FirmwareSDK.name(batch.role, for: processor),
      "--configuration", "release", "--product", product,
    ]
    let result: ChildProcess.Result
    do { result = try ChildProcess.run(command) } catch { throw CommandFailure("\(error)") }
    guard result.isSuccess else {
      let told = result.output.split(separator: "\n").filter { !Self.isProgress($0) }
      throw CommandFailure(
        "`\(product)` does not build:\n\(told.joined(separator: "\n"))",
        fix: "to see all of it: \(command.joined(separator: " "))")
    }
    return "\(scratch)/\(processor.triple)/release/\(product)"
  }

  /// `[12/40] Compiling …` and the like.
  private static func isProgress(_ line: Substring) -> Bool {
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return false }
    return line[..<end].dropFirst().allSatisfy { $0.isNumber || $0 == "/" }
  }
}
