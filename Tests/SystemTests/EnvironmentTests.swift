import Boards
import BootImage
import FoundationEssentials
import HostProcess
import QEMU
import Testing

extension SystemTests {
  /// Machines and images that are not as they should be: docs/environments.md.
  @Suite(.serialized, .timeLimit(.minutes(20)))
  struct Environments {
    /// A copy of the artefacts of the reference system, to be damaged.
    private struct Copy {
      let folder: TemporaryFolder
      var boot: String { folder.file("boot.elf") }

      init() throws {
        folder = try TemporaryFolder(prefix: "dddk-damaged")
        let built = URL(filePath: try TestImage.of(.reference).bootImage).deletingLastPathComponent().path
        for file in ["boot.elf", "artefacts.json"] {
          try FileManager.default.copyItem(atPath: "\(built)/\(file)", toPath: folder.file(file))
        }
      }

      func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try #require(FileManager.default.contents(atPath: folder.file(name))))
      }

      func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: folder.file(name)))
      }

      /// Replaces the first occurrence of a text in the image.
      func spoil(_ old: String, _ new: String, occurrence: Int = 1) throws {
        var bytes = try bytes("boot.elf")
        let wanted = Array(old.utf8)
        var starts = bytes.indices.filter { $0 + wanted.count <= bytes.count && bytes[$0] == wanted[0] }
        starts = starts.filter { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
        let start = try #require(starts.dropFirst(occurrence - 1).first, "`\(old)` is in the image")
        bytes.replaceSubrange(start..<start + wanted.count, with: Array(new.utf8))
        try write("boot.elf", bytes)
      }

      func run(_ options: [String] = [], path: String? = nil) throws -> Command.Outcome {
        try Command.run(
          program: ["env"] + (path.map { ["PATH=\($0)"] } ?? []) + [
            Command.path, "run", "--image", folder.path,
          ]
            + options, in: folder.path, input: "quit\n", within: .seconds(200))
      }
    }

    @Test func artefactsBootWithoutABuild() throws {
      let outcome = try Copy().run()
      #expect(outcome.status == .exited(0), "\(outcome.messages)")
      // What the guest says behind `quit` is for nobody.
      let shown = outcome.output.split(whereSeparator: \.isNewline).filter { $0.contains("dddk>") }
      #expect(shown.count == 1, "\(outcome.output)")
      #expect(!outcome.messages.contains("building"))
    }

    @Test func aTruncatedImageIsRefusedBeforeItBoots() throws {
      let copy = try Copy()
      let bytes = try copy.bytes("boot.elf")
      try copy.write("boot.elf", Array(bytes[..<4096]))
      let outcome = try copy.run()
      #expect(outcome.status == .exited(1))
      #expect(outcome.messages.contains("has 4096 bytes, and had \(bytes.count) when it was built"))
      #expect(outcome.messages.contains("fix: build again"))
    }

    @Test func aChangedImageIsRefusedBeforeItBoots() throws {
      let copy = try Copy()
      var bytes = try copy.bytes("boot.elf")
      bytes[bytes.count / 2] ^= 1
      try copy.write("boot.elf", bytes)
      let outcome = try copy.run()
      #expect(outcome.status == .exited(1))
      #expect(outcome.messages.contains("is damaged: its SHA-256 is"), "\(outcome.messages)")
    }

    @Test func aFolderWithoutArtefactsIsRefused() throws {
      let copy = try Copy()
      let listing = String(decoding: try copy.bytes("artefacts.json"), as: UTF8.self)
      try copy.write("artefacts.json", Array(listing.replacing("\"boot-image\"", with: "\"manifest\"").utf8))
      #expect(try copy.run().messages.contains("artefacts.json` names no file of the kind boot-image"))
      try copy.write("artefacts.json", Array("{}".utf8))
      #expect(try copy.run().messages.contains("is not what `dddk build`"))
      try FileManager.default.removeItem(atPath: copy.folder.file("artefacts.json"))
      let outcome = try copy.run()
      #expect(outcome.status == .exited(1))
      #expect(outcome.messages.contains("holds no artefacts.json"))
    }

    /// A folder of programs in which the emulator is another one, or none.
    private static func programs(emulator: String?) throws -> TemporaryFolder {
      let folder = try TemporaryFolder(prefix: "dddk-programs")
      for name in ["sha256sum", "sh", "env"] {
        let program = try #require(HostEnvironment.path(ofProgram: name))
        try FileManager.default.createSymbolicLink(
          atPath: folder.file(name), withDestinationPath: program)
      }
      if let emulator {
        let file = folder.file(Board.standard.emulator.program)
        try Data("#!/bin/sh\necho '\(emulator)'\n".utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
      }
      return folder
    }

    @Test func aMissingEmulatorIsNamed() throws {
      let programs = try Self.programs(emulator: nil)
      let outcome = try Copy().run(path: programs.path)
      #expect(outcome.status == .exited(1))
      #expect(outcome.messages.contains("`qemu-system-aarch64` is not on the search path"))
      #expect(outcome.messages.contains("fix: `dddk doctor`"))
    }

    @Test func anOldEmulatorIsNamed() throws {
      let programs = try Self.programs(emulator: "QEMU emulator version 5.2.0 (an old one)")
      let outcome = try Copy().run(path: programs.path)
      #expect(outcome.status == .exited(1))
      #expect(
        outcome.messages.contains("is version 5.2.0, and the kit needs \(EmulatorVersion.oldest) or later"),
        "\(outcome.messages)")
    }

    /// What the host's check would refuse is told by the loader, and ends the run.
    @Test func anImageWithoutItsArchiveStopsTheRun() throws {
      let copy = try Copy()
      let old = try Self.digest(copy.boot)
      try copy.spoil("DDDKARCH", "DDDKRUIN")
      let listing = String(decoding: try copy.bytes("artefacts.json"), as: UTF8.self)
      try copy.write("artefacts.json", Array(listing.replacing(old, with: Self.digest(copy.boot)).utf8))
      let outcome = try copy.run()
      #expect(outcome.status == .exited(1))
      #expect(
        outcome.messages.contains(
          "the machine stopped: dddk loader: the boot image has no archive behind the loader"),
        "\(outcome.messages) \(outcome.output)")
      #expect(outcome.messages.contains("docs/environments.md"))
    }

    private static func digest(_ file: String) throws -> String {
      try String(ChildProcess.run(["sha256sum", file]).output.prefix { $0 != " " })
    }

    @Test(arguments: [
      ("kernel.elf", "kernel.xyz", 1, "the boot image holds no kernel.elf"),
      ("root-task.elf", "root-task.xyz", 1, "the boot image holds no root-task.elf"),
      // The first ELF file is the image itself; then come those that it carries.
      ("\u{7f}ELF", "\u{7f}ELG", 2, "kernel.elf is no program that can be loaded"),
      ("\u{7f}ELF", "\u{7f}ELG", 3, "root-task.elf is no program that can be loaded"),
    ]) func theLoaderNamesWhatItCannotUse(
      _ old: String, _ new: String, _ occurrence: Int, _ said: String
    ) throws {
      let copy = try Copy()
      try copy.spoil(old, new, occurrence: occurrence)
      let console = ScriptedConsole(try VirtualMachine(.standard, image: copy.boot))
      try console.wait(for: "dddk loader: \(said)\r\n", within: .seconds(60))
    }

    /// Whoever starts the loader without a tree: here a few instructions that take QEMU's away first.
    @Test func aMachineWithoutADeviceTreeSaysSo() throws {
      let copy = try Copy()
      let source = copy.folder.file("stub.s")
      try Data(
        """
          .globl _start
          _start: mov x0, #0
            mov x1, #0x40000000
            str xzr, [x1]
            mov x2, #0x48000000
            br x2

        """.utf8
      ).write(to: URL(filePath: source))
      let stub = copy.folder.file("stub.elf")
      let assembled = try ChildProcess.run([
        "clang", "--target=aarch64-none-elf", "-nostdlib", "-fuse-ld=lld", "-Wl,-Ttext=0x50000000", source,
        "-o", stub,
      ])
      try #require(assembled.isSuccess, "\(assembled.output)")
      let console = ScriptedConsole(
        try VirtualMachine(.standard, image: stub, arguments: ["-device", "loader,file=\(copy.boot)"]))
      try console.wait(for: "dddk loader: no device tree where the board puts it\r\n", within: .seconds(60))
    }

    /// The manifest names a node that this machine's tree does not have: the root task tells it at the standard output.
    @Test func aTreeWithoutTheDeviceIsToldByTheRootTask() throws {
      let copy = try Copy()
      let (blob, text) = (copy.folder.file("board.dtb"), copy.folder.file("board.dts"))
      try Board.standard.writeDeviceTree(to: blob)
      let read = try ChildProcess.run(["dtc", "-q", "-I", "dtb", "-O", "dts", "-o", text, blob])
      try #require(read.isSuccess, "\(read.output)")
      let tree = String(decoding: try copy.bytes("board.dts"), as: UTF8.self)
      try #require(tree.contains("pl011@9000000"))
      try copy.write("board.dts", Array(tree.replacing("pl011@9000000", with: "uart@9000000").utf8))
      let written = try ChildProcess.run(["dtc", "-q", "-I", "dts", "-O", "dtb", "-o", blob, text])
      try #require(written.isSuccess, "\(written.output)")
      let console = ScriptedConsole(
        try VirtualMachine(.standard, image: copy.boot, arguments: ["-dtb", blob]))
      try console.wait(for: "serial: ", within: .seconds(60))
      try console.wait(for: "device not found: /pl011@9000000", within: .seconds(20))
    }

    /// A PC's kernel takes what memory there is: less than the image needs, and less than the components do.
    @Test(arguments: [
      ("2300K", "dddk kernel: the root task's image needs more memory"),
      ("2400K", "serial: not started: out of memory: 65536 bytes wanted, the largest piece left has 32768"),
    ]) func tooLittleMemoryIsTold(_ memory: String, _ said: String) throws {
      let image = try TestImage.of(TestKernel(option: "reference", board: .qemuPCX86_64))
      let console = ScriptedConsole(
        try VirtualMachine(
          .qemuPCX86_64, image: image.bootImage, module: image.module, arguments: ["-m", memory]))
      try console.wait(for: said, within: .seconds(60))
    }
  }
}
