import Diagnostics
import DriverGenerator
import FoundationEssentials
import HostProcess
import SpecImport
import Testing

@testable import dddk

/// The SVD files that nobody in this project wrote, where they are at hand.
private enum SVDCorpus {
  /// The corpus's SVD files: in `DDDK_CORPUS`, or beside the package's root; `nil` where they are absent.
  static let folder: String? = {
    let corpus = HostEnvironment["DDDK_CORPUS"] ?? ((try? Kit.locate().path("../shared/corpus")) ?? "")
    return FileManager.default.fileExists(atPath: "\(corpus)/svd") ? "\(corpus)/svd" : nil
  }()

  static let files: [String] = {
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return []
    }
    return names.filter { $0.hasSuffix(".svd") }.sorted()
  }()
}

/// The drivers of every SVD file of the corpus compile, without a warning.
///
/// Small files are taken whole; of the large ones every second group of peripherals, which of them being decided by
/// `DDDK_SEED`, so that a run stays below a minute of processor time. `DDDK_WHOLE=1` takes all.
@Suite(.enabled(if: SVDCorpus.folder != nil, "the corpus is absent: set DDDK_CORPUS to its folder"))
struct ImportedDriverTests {
  private static let seed = HostEnvironment["DDDK_SEED"].flatMap { Int($0) } ?? 0
  private static let isWhole = HostEnvironment["DDDK_WHOLE"] == "1"
  /// Bytes of Swift that are compiled as one module: more of them cost more than their share.
  private static let groupBytes = 300_000
  /// Files that come to no more are always compiled whole.
  private static let smallBytes = 600_000

  @Test(arguments: SVDCorpus.files)
  func everyDriverCompiles(_ file: String) throws {
    let drivers = try Self.drivers(of: file)
    var groups: [[Driver]] = []
    var room = 0
    for driver in drivers {
      if room < driver.byteCount || groups.isEmpty {
        groups.append([])
        room = Self.groupBytes
      }
      groups[groups.count - 1].append(driver)
      room -= driver.byteCount
    }
    let isSmall = drivers.reduce(0) { $0 + $1.byteCount } <= Self.smallBytes
    for (index, group) in groups.enumerated()
    where Self.isWhole || isSmall || (index + Self.seed).isMultiple(of: 2) {
      let told = try Self.compile(group)
      #expect(told.isEmpty, "\(file): \(group.map(\.name).joined(separator: ", ")): \(told)")
    }
  }

  /// The driver of one peripheral.
  private struct Driver {
    let name: String
    let files: [GeneratedFile]

    var byteCount: Int { files.reduce(0) { $0 + $1.text.utf8.count } }
  }

  /// The drivers of a file, those that differ in more than their names.
  private static func drivers(of file: String) throws -> [Driver] {
    let bytes = try CheckedFile.bytes(of: "\(SVDCorpus.folder ?? "")/\(file)")
    let collector = DiagnosticCollector()
    let specs = try #require(SVDFile.read(bytes, into: collector)).specs(into: collector)
    #expect(!collector.hasErrors && !specs.isEmpty)
    var registers: Set<ArraySlice<UInt8>> = []
    var drivers: [Driver] = []
    for (index, imported) in specs.enumerated() {
      guard registers.insert(Self.registers(of: imported.bytes)).inserted else { continue }
      let checked = CheckedFile(checking: imported, path: imported.fileName)
      let source = SpecFile(name: imported.fileName, bytes: imported.bytes)
      let files = DriverGenerator(
        try #require(checked.spec, "\(file): \(checked.shownText)"), from: source
      ).files
      if (index + seed).isMultiple(of: 8) {
        // What was not read back is what would have been read.
        let read = CheckedFile(checking: imported.bytes, path: imported.fileName)
        #expect(try DriverGenerator(#require(read.spec), from: source).files == files, "\(imported.fileName)")
      }
      drivers.append(Driver(name: imported.peripheral, files: files))
    }
    return drivers
  }

  /// The part of a spec that says its registers; the driver's name is no part of it.
  private static func registers(of spec: [UInt8]) -> ArraySlice<UInt8> {
    let text = Data(spec)
    let start = text.firstRange(of: Data("\nregisters:\n".utf8))?.lowerBound ?? 0
    let end = text[start...].firstRange(of: Data("\ninterrupts:\n".utf8))?.lowerBound ?? spec.count
    return spec[start..<end]
  }

  /// What the compiler says of drivers, as one module for the host.
  private static func compile(_ drivers: [Driver]) throws -> String {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    func add(_ name: String, _ text: String) throws {
      paths.append(folder.file(name))
      try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
    }
    var hooks = "import DriverRuntime\n"
    for driver in drivers {
      for file in driver.files {
        // A module starts in one place only.
        try add(file.name, file.text.replacing("\n@main\n", with: "\n"))
        hooks += Self.hooks(wantedBy: file.text)
      }
    }
    try add("Hooks.swift", hooks)
    let result = try ChildProcess.run(
      [
        "swiftc", "-typecheck", "-wmo", "-parse-as-library", "-swift-version", "6", "-strict-memory-safety",
        "-warnings-as-errors", "-module-name", "imported",
      ] + modulePaths + paths)
    return result.isSuccess ? "" : String(result.output.prefix(4_000))
  }

  /// The functions that an author would write: each does nothing.
  private static func hooks(wantedBy text: String) -> String {
    var extensions = ""
    var isInside = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("protocol "), let name = line.dropFirst(9).split(separator: ":").first,
        name.hasSuffix("Hooks")
      {
        extensions += "extension \(name.dropLast(5))Driver {\n"
        isInside = true
      } else if isInside, line == "}" {
        extensions += "}\n"
        isInside = false
      } else if isInside, line.hasPrefix("  mutating func ") {
        extensions += "\(line) {}\n"
      }
    }
    return extensions
  }

  /// Where the modules of this build are, and the headers of those in C.
  private static var modulePaths: [String] {
    get throws {
      let kit = try Kit.locate()
      let test = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let products = URL(filePath: test).deletingLastPathComponent()
      let headers = [
        "Sources/Runtime/CSeL4/include", "Sources/Runtime/CDeviceAccess/include", "Kernel/include",
      ]
      return [
        "-I", products.appending(path: "Modules").path, "-Xcc",
        "-fmodule-map-file=\(products.appending(path: "CStart.build/module.modulemap").path)",
      ] + headers.flatMap { ["-I", kit.path($0)] }
    }
  }
}
