import Boards
import DriverGenerator
import FoundationEssentials
import HostProcess
import Testing

@testable import dddk

struct DependencyFileTests {
  @Test func filesAndFoldersAreNamedAndEscaped() throws {
    let folder = try TemporaryFolder()
    let sources = folder.file("a b/Sources")
    try FileManager.default.createDirectory(atPath: "\(sources)/in", withIntermediateDirectories: true)
    for file in ["one.swift", "in/two#.swift", ".hidden"] {
      try Data().write(to: URL(filePath: "\(sources)/\(file)"))
    }
    let text = DependencyFile(
      target: folder.file("out$/artefacts.json"),
      inputs: [sources, folder.file("missing"), folder.file("a b/../a b")]
    ).text
    let root = folder.path
    let all = [
      "a\\ b/Sources", "a\\ b/Sources/in", "a\\ b/Sources/in/two\\#.swift", "a\\ b/Sources/one.swift",
    ]
    #expect(text.hasPrefix("\(root)/out$$/artefacts.json: \\\n"))
    for path in all {
      #expect(text.contains("\n  \(root)/\(path)"), "\(text)")
    }
    #expect(!text.contains("missing") && !text.contains("hidden"))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\\\n"))
  }
}

struct ArtefactFolderTests {
  private func listing(_ files: [Artefacts.File]) -> Artefacts {
    Artefacts(
      kit: Kit.version, board: "qemu-virt-aarch64", processor: "aarch64",
      machine: .init(cpu: "cortex-a72", memoryMebibytes: 2048, interruptController: "gicv3"),
      kernel: "reference",
      hasConsole: true, components: [], files: files)
  }

  @Test func whatIsTheSameIsLeftAloneAndWhatIsNoLongerListedGoes() throws {
    let folder = try TemporaryFolder()
    var first = ArtefactFolder(folder.path)
    try first.add("boot.elf", .bootImage, [1, 2, 3])
    try first.add("components/old.elf", .component, [4])
    try first.write(listing(first.listing()))
    let old = Date(timeIntervalSince1970: 1_000_000)
    for file in ["boot.elf", "artefacts.json"] {
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: folder.file(file))
    }
    try Data().write(to: URL(filePath: folder.file("mine.txt")))

    var second = ArtefactFolder(folder.path)
    try second.add("boot.elf", .bootImage, [1, 2, 3])
    try second.write(listing(second.listing()))
    func date(_ file: String) throws -> Date? {
      try FileManager.default.attributesOfItem(atPath: folder.file(file))[.modificationDate] as? Date
    }
    #expect(try date("boot.elf") == old)
    #expect(try date("artefacts.json") != old)
    #expect(!FileManager.default.fileExists(atPath: folder.file("components/old.elf")))
    #expect(FileManager.default.fileExists(atPath: folder.file("mine.txt")))
  }

  @Test func theListingSaysWhichMachineItIsFor() throws {
    let folder = try TemporaryFolder()
    var files = ArtefactFolder(folder.path)
    try files.add("boot.elf", .bootImage, Array("abc".utf8))
    try files.write(listing(files.listing()))
    let read = try Artefacts(in: folder.path)
    // The SHA-256 of `abc` is the standard's own example (FIPS 180-4).
    #expect(
      read.file(.bootImage)?.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try read.chosenBoard().title == "qemu-virt-aarch64 (cortex-a72, 2048 MiB, gicv3)")
    #expect(try read.checkedPath(.bootImage, in: folder.path) == folder.file("boot.elf"))
  }

  @Test func aListingCannotDeleteOutsideItsFolder() throws {
    let folder = try TemporaryFolder()
    let outside = folder.file("outside.txt")
    try Data().write(to: URL(filePath: outside))
    let artefacts = ArtefactFolder(folder.file("image"))
    try FileManager.default.createDirectory(atPath: folder.file("image"), withIntermediateDirectories: true)
    let stray = Artefacts.File(path: "../outside.txt", kind: .component, bytes: 0, sha256: "")
    try artefacts.write(listing([stray]))
    try artefacts.write(listing([]))
    #expect(FileManager.default.fileExists(atPath: outside))
  }
}

struct SpecPackageTests {
  private func package(_ name: String, _ sources: [String] = []) throws -> SpecPackage {
    try SpecPackage(spec: SpecFile(name: name, bytes: []), sources: sources, kit: Kit.locate())
  }

  @Test func theSpecNamesTheProgram() throws {
    #expect(try package("blue-uart.driver.yaml").name == "blue-uart")
    // A spec of one's own may take the place of a driver that the kit ships.
    #expect(try package("pl011.driver.yaml").name == "pl011")
  }

  @Test(arguments: [
    ("uart.yaml", "let it end in .driver.yaml"), ("console.driver.yaml", "the name of a part of the kit"),
    ("My UART.driver.yaml", "is no package name"),
  ]) func otherNamesAreRefused(_ name: String, _ message: String) throws {
    let error = #expect(throws: CommandFailure.self) { try package(name) }
    #expect(try #require(error).description.contains(message))
  }

  @Test func sourcesMustBeThere() throws {
    let error = #expect(throws: CommandFailure.self) {
      try package("blue-uart.driver.yaml", ["/nowhere/Hooks.swift"])
    }
    #expect(try #require(error).description.contains("`/nowhere/Hooks.swift` is no Swift file"))
  }

  @Test func theCompilersMessagesNameThePersonsFile() throws {
    let folder = try TemporaryFolder()
    let hooks = folder.file("Hooks.swift")
    try Data("// hooks\n".utf8).write(to: URL(filePath: hooks))
    let root = try package("blue-uart.driver.yaml", [hooks]).write([], into: folder.file("package"))
    let copy = try CheckedFile.bytes(of: "\(root)/Sources/blue-uart/Hooks.swift")
    #expect(
      String(decoding: copy, as: UTF8.self) == "#sourceLocation(file: \"\(hooks)\", line: 1)\n// hooks\n")
    // A spec of another name takes the place of this one.
    let other = try package("red-uart.driver.yaml", []).write([], into: folder.file("package"))
    #expect(other == root)
    #expect(!FileManager.default.fileExists(atPath: "\(root)/Sources/blue-uart"))
  }
}
