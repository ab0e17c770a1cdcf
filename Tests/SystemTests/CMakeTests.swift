import Boards
import BootImage
import FirmwareSDK
import FoundationEssentials
import HostProcess
import QEMU
import Testing

extension SystemTests {
  /// Tests/CMakeProject, copied out of the kit, configured and built as somebody else's project is.
  @Suite(
    .serialized, .timeLimit(.minutes(20)),
    .enabled(if: HostEnvironment.path(ofProgram: "cmake") != nil, "cmake is not installed"))
  struct CMakeProjects {
    /// One configured copy of the project.
    private struct Project {
      let folder = try? TemporaryFolder(prefix: "dddk-cmake")
      let source: String
      let build: String

      init(options: [String] = []) throws {
        let place = try #require(folder)
        source = place.file("blue box")
        build = place.file("build")
        try FileManager.default.createDirectory(atPath: source, withIntermediateDirectories: true)
        let original = "\(Command.kit)/Tests/CMakeProject"
        for file in try FileManager.default.contentsOfDirectory(atPath: original) {
          try FileManager.default.copyItem(atPath: "\(original)/\(file)", toPath: "\(source)/\(file)")
        }
        let ninja = HostEnvironment.path(ofProgram: "ninja") != nil
        let configured = try Command.run(
          program: [
            "cmake", "-S", source, "-B", build, "-G", ninja ? "Ninja" : "Unix Makefiles",
            "-DCMAKE_PREFIX_PATH=\(Command.kit)/Plugins", "-DDDDK_EXECUTABLE=\(Command.path)",
          ] + options, in: place.path)
        try #require(configured.status == .exited(0), "\(configured.output)\(configured.messages)")
      }

      func make(_ target: String, input: String? = nil) throws -> Command.Outcome {
        try Command.run(
          program: ["cmake", "--build", build, "--target", target], in: build, input: input,
          within: .seconds(900))
      }

      func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try #require(FileManager.default.contents(atPath: "\(build)/\(path)"), "\(path) is there"))
      }

      /// Replaces a text in one of the project's own files.
      func edit(_ file: String, _ old: String, _ new: String) throws {
        let text = String(
          decoding: try #require(FileManager.default.contents(atPath: "\(source)/\(file)")), as: UTF8.self)
        try #require(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: "\(source)/\(file)"))
      }
    }

    private struct Artefacts: Decodable {
      struct File: Decodable {
        let path: String
        let kind: String
        let bytes: Int
        let sha256: String
      }
      struct Component: Decodable {
        let name: String
        let path: String
        let driver: String?
        let device: String?
      }
      let board: String
      let kernel: String
      let components: [Component]
      let files: [File]
    }

    private static func artefacts(_ folder: String, of project: Project) throws -> Artefacts {
      try JSONDecoder().decode(Artefacts.self, from: Data(project.bytes("\(folder)/artefacts.json")))
    }

    @Test(arguments: TestKernel.all) func aSpecBecomesARootServerThatBoots(_ kernel: TestKernel) throws {
      let project = try Project(options: kernel.isReference ? [] : ["-DSEL4_PREFIX=\(kernel.option)"])
      let built = try project.make("all")
      try #require(built.status == .exited(0), "\(built.output)\(built.messages)")

      // It is the image that `dddk build` makes of the same driver, and what depends on it was built from it.
      let image = try project.bytes("terminal/root-task-image.elf")
      #expect(try image == TestImage.of(kernel).rootTaskImage)
      let artefacts = try Self.artefacts("terminal", of: project)
      #expect(artefacts.board == "qemu-virt-aarch64")
      #expect(artefacts.kernel == kernel.option)
      #expect(artefacts.components.map(\.name) == ["serial", "console"])
      #expect(artefacts.components[0].driver == "PL011")
      let digest = try #require(artefacts.files.first { $0.kind == "root-task-image" }).sha256
      #expect(String(decoding: try project.bytes("terminal.sha256"), as: UTF8.self).hasPrefix(digest))
      for file in artefacts.files {
        #expect(try project.bytes("terminal/\(file.path)").count == file.bytes, "\(file.path)")
      }
      #expect(
        Set(artefacts.files.map(\.path)) == [
          "boot.elf", "root-task-image.elf", "manifest.bin", "kernel.elf", "loader.elf", "root-task.elf",
          "components/pl011.elf", "components/console.elf",
        ])

      // Nothing changed: nothing is done.
      let listing = "\(project.build)/terminal/artefacts.json"
      let before = try FileManager.default.attributesOfItem(atPath: listing)[.modificationDate] as? Date
      let again = try project.make("all")
      #expect(again.status == .exited(0))
      #expect(
        try FileManager.default.attributesOfItem(atPath: listing)[.modificationDate] as? Date == before)

      let ran = try project.make("terminal_run", input: "echo made by cmake\nquit\n")
      #expect(ran.status == .exited(0), "\(ran.output)\(ran.messages)")
      #expect(ran.output.contains("\r\nmade by cmake\r\n"), "\(ran.output)")
    }

    @Test func aSpecOfOnesOwnIsBuiltWithItsHooksAndSystem() throws {
      let project = try Project()
      let built = try project.make("blue_build")
      try #require(built.status == .exited(0), "\(built.output)\(built.messages)")
      let artefacts = try Self.artefacts("blue", of: project)
      #expect(artefacts.kernel == "none")
      #expect(artefacts.components[0].path == "components/blue-uart.elf")
      #expect(artefacts.components[0].device == "/pl011@9000000")
      #expect(!artefacts.files.contains { ["boot-image", "kernel", "loader"].contains($0.kind) })

      // The root server knows no kernel: it boots on the one that other tests built. Stripped, as seL4's elfloader has it.
      let reference = TestKernel.reference
      _ = try TestImage.of(reference)
      let processor = try #require(Processor.of(reference.board))
      func program(_ role: String) throws -> Program {
        let path =
          "\(Command.kit)/.build-dddk/\(reference.board.name)-\(role)/\(processor.triple)/release/\(role)"
        let bytes = try #require(FileManager.default.contents(atPath: path), "\(path) is there")
        return try Program(elf: [UInt8](bytes), name: role, machine: processor.elfMachine)
      }
      let stripped = try Command.run(
        program: ["llvm-objcopy", "--strip-all", "blue/root-task-image.elf", "stripped.elf"],
        in: project.build)
      try #require(stripped.status == .exited(0), "\(stripped.messages)")
      let image = try BootImage.bytes(
        loader: program("loader"), kernel: program("kernel"), rootTaskImage: project.bytes("stripped.elf"))
      let boot = "\(project.build)/boot.elf"
      try Data(image).write(to: URL(filePath: boot))
      let console = ScriptedConsole(try VirtualMachine(reference.board, image: boot))
      try console.wait(for: TestImage.prompt, within: .seconds(60))
      #expect(try console.answer(to: "components").contains("line"))

      // A mistake in Swift and one in the spec are told at their place in the project's own files.
      try project.edit("BlueHooks.swift", "$0.RTS = true", "$0.RTX = true")
      let refused = try project.make("blue_build")
      #expect(refused.status != .exited(0))
      let told = refused.output + refused.messages
      #expect(told.contains("blue box/BlueHooks.swift:7:"), "\(told)")
      try project.edit("BlueHooks.swift", "$0.RTX = true", "$0.RTS = true")
      try project.edit("blue-uart.driver.yaml", "RXFE: 4,", "RXFE: 5,")
      let mistaken = try project.make("blue_build")
      #expect(mistaken.status != .exited(0))
      #expect((mistaken.output + mistaken.messages).contains("[fields-overlap]"), "\(mistaken.output)")
    }

    /// As seL4's toolchain files have it.
    @Test func theModuleIsFoundWherePackagesAreLookedForInASysrootAlone() throws {
      _ = try Project(options: [
        "-DCMAKE_FIND_ROOT_PATH=/nowhere", "-DCMAKE_FIND_ROOT_PATH_MODE_PACKAGE=ONLY",
      ])
    }

    @Test(arguments: [
      ("", "name a SPEC, a PACKAGE or a SYSTEM"),
      ("SPEC nowhere.driver.yaml", "there is no file"),
      ("SPEC blue-uart.driver.yaml PACKAGE .", "choose one of SPEC and PACKAGE"),
      ("SYSTEM blue.system.yaml SOURCES BlueHooks.swift", "SOURCES belong to a SPEC"),
      ("SYSTEM blue.system.yaml MACHINE x", "not understood: MACHINE;x"),
    ]) func wrongArgumentsAreTold(_ arguments: String, _ message: String) throws {
      let project = try Project()
      try project.edit(
        "CMakeLists.txt", "# What other targets",
        "dddk_add_root_server(wrong \(arguments))\n# What other targets")
      let configured = try Command.run(program: ["cmake", project.build], in: project.build)
      #expect(configured.status != .exited(0))
      let words = (configured.output + configured.messages).split(whereSeparator: \.isWhitespace)
      #expect(words.joined(separator: " ").contains(message), "\(configured.messages)")
    }
  }
}
