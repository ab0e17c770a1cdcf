import Boards
import Foundation

/// The Swift SDKs with which target programs are built: flags and linker scripts that no manifest may hold.
///
/// One artifact bundle. Components are a processor's: `dddk-aarch64-component`; kernel and loader are a board's:
/// `dddk-qemu-virt-aarch64-kernel`. A build names the folder and the SDK: `swift build --swift-sdks-path FOLDER --swift-sdk dddk-aarch64-component -c release`.
public struct FirmwareSDK: Sendable {
  /// Where the numbers of the seL4 API come from.
  public enum KernelHeaders: Equatable, Sendable {
    /// The kit's own headers.
    case own
    /// The headers of an installed seL4: the folder `libsel4/include` below its prefix.
    case installed(URL)
  }

  /// Where the numbers of the seL4 API come from.
  public let headers: KernelHeaders

  /// SDKs whose programs take the seL4 API from `headers`.
  public init(headers: KernelHeaders = .own) {
    self.headers = headers
  }

  /// What `--swift-sdk` is given.
  public static func name(_ role: FirmwareRole, for board: Board = .standard) -> String {
    switch role {
    case .component: "dddk-\(board.architecture)-component"
    case .loader: "dddk-\(board.name)-loader"
    case .kernel: "dddk-\(board.kernelName)-kernel"
    }
  }

  /// Writes the bundle into a folder, which `--swift-sdks-path` is given; leaves alone what is there already,
  /// so that nothing is built again without need.
  ///
  /// - Throws: what Foundation says of the first file that cannot be written.
  public func write(into folder: URL) throws {
    for (path, text) in files() {
      let file = folder.appending(path: "dddk.artifactbundle").appending(path: path)
      if let old = try? Data(contentsOf: file), old == Data(text.utf8) { continue }
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
    }
  }

  /// The bundle's files by their paths in it, in a fixed order.
  public func files() -> [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    var artifacts: [String: Artifact] = [:]
    for board in Board.all.flatMap(\.kernelVariants) {
      guard let processor = Processor.of(board) else { continue }
      for role in FirmwareRole.allCases where processor.compilerFlags[role] != nil {
        let name = Self.name(role, for: board)
        // Two boards with one processor have the same components.
        guard artifacts[name] == nil else { continue }
        artifacts[name] = Artifact(
          type: "swiftSDK", version: "0.1.0", variants: [Artifact.Variant(path: name)])
        let sdk = Description(
          schemaVersion: "4.0",
          targetTriples: [
            processor.triple: Description.Triple(sdkRootPath: "sdk", toolsetPaths: ["toolset.json"])
          ])
        files.append(("\(name)/swift-sdk.json", json(sdk)))
        files.append(("\(name)/toolset.json", json(toolset(processor, board, role))))
        files.append(
          (
            "\(name)/sdk/lib/link.ld",
            LinkerScript(processor: processor, role: role, address: Self.address(role, on: board)).text
          ))
      }
    }
    files.append(("info.json", json(Bundle(schemaVersion: "1.0", artifacts: artifacts))))
    return files
  }

  /// Where a program of a role is linked.
  private static func address(_ role: FirmwareRole, on board: Board) -> ProgramAddress {
    let places = board.places
    return switch role {
    case .kernel: ProgramAddress(virtual: places.kernelVirtual, physical: places.kernelPhysical)
    case .loader: ProgramAddress(virtual: places.loader, physical: places.loader)
    case .component: Processor.componentAddress
    }
  }

  /// What the kernel's platform and the loader's console are told of the board.
  private static func boardFlags(_ role: FirmwareRole, _ board: Board) -> [String] {
    let facts = board.kernel
    switch role {
    case .component: return []
    case .loader:
      return [
        "-DDDDK_CONSOLE=\(hexadecimal(facts.console))",
        "-DDDDK_DEVICE_TREE=\(hexadecimal(board.places.deviceTree))",
      ]
    case .kernel:
      let none: Range<UInt64> = 0..<0
      let (first, second) = (facts.devices.first ?? none, facts.devices.dropFirst().first ?? none)
      let values: [(String, UInt64)] = [
        ("WINDOW", board.places.kernelVirtual &- board.places.kernelPhysical),
        ("MEMORY_START", facts.memory.lowerBound), ("MEMORY_END", facts.memory.upperBound),
        ("INTERRUPT_FIRST", facts.interrupts.lowerBound), ("INTERRUPT_LAST", facts.interrupts.upperBound),
        ("TIMER_INTERRUPT", facts.timerInterrupt), ("TIMER_FREQUENCY", facts.timerFrequency),
        ("DEVICE_0_START", first.lowerBound), ("DEVICE_0_END", first.upperBound),
        ("DEVICE_1_START", second.lowerBound), ("DEVICE_1_END", second.upperBound),
        ("INTERRUPT_CONTROLLER", facts.interruptController),
        ("INTERRUPT_INTERFACE", facts.interruptInterface), ("CONSOLE", facts.console),
      ]
      return values.map { "-DDDDK_\($0.0)=\(hexadecimal($0.1))" }
    }
  }

  private func toolset(_ processor: Processor, _ board: Board, _ role: FirmwareRole) -> Toolset {
    let ownFlags = (processor.compilerFlags[role] ?? []) + Self.boardFlags(role, board) + headerFlags
    let cFlags =
      ["-ffreestanding", "-fno-stack-protector", "-ffunction-sections", "-fdata-sections", "-fno-pic"]
      + ownFlags
    let swiftFlags =
      [
        "-enable-experimental-feature", "Embedded", "-wmo", "-Xfrontend", "-disable-stack-protector",
        "-Xfrontend", "-function-sections", "-Xclang-linker", "-nostdlib", "-Xclang-linker", "-static",
        "-use-ld=lld",
      ] + (processor.optimiserFlags[role] ?? [])
      + (role == .kernel ? board.kernel.condition.map { ["-D", $0] } ?? [] : [])
      + processor.linkerFlags.flatMap { ["-Xclang-linker", $0] }
      + (["-fno-pic"] + ownFlags).flatMap { ["-Xcc", $0] }
    return Toolset(
      schemaVersion: "1.0", rootPath: ".",
      swiftCompiler: Toolset.Options(extraCLIOptions: swiftFlags),
      cCompiler: Toolset.Options(extraCLIOptions: cFlags),
      linker: Toolset.Options(extraCLIOptions: ["-T", "link.ld", "--gc-sections", "-z", "max-page-size=4096"])
    )
  }

  /// What makes `CSeL4` take an installation's headers.
  private var headerFlags: [String] {
    switch headers {
    case .own: []
    case .installed(let folder): ["-DDDDK_INSTALLED_LIBSEL4=1", "-I\(folder.path)"]
    }
  }

  private func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Only strings, arrays and dictionaries of them are encoded: that cannot fail.
    guard let data = try? encoder.encode(value) else { fatalError("an SDK description does not encode") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

private struct Bundle: Encodable {
  let schemaVersion: String
  let artifacts: [String: Artifact]
}

private struct Artifact: Encodable {
  struct Variant: Encodable { let path: String }
  let type: String
  let version: String
  let variants: [Variant]
}

private struct Description: Encodable {
  struct Triple: Encodable {
    let sdkRootPath: String
    let toolsetPaths: [String]
  }
  let schemaVersion: String
  let targetTriples: [String: Triple]
}

private struct Toolset: Encodable {
  struct Options: Encodable { let extraCLIOptions: [String] }
  let schemaVersion: String
  let rootPath: String
  let swiftCompiler: Options
  let cCompiler: Options
  let linker: Options
}
