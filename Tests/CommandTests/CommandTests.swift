import Boards
import FoundationEssentials
import HostProcess
import QEMU
import Testing

@testable import dddk

struct PackageNameTests {
  @Test(arguments: [
    ("my-uart", "my_uart", "MyUart"), ("uart", "uart", "Uart"), ("uart2", "uart2", "Uart2"),
    ("ns16550a-fifo", "ns16550a_fifo", "Ns16550aFifo"),
  ]) func namesFollow(_ package: String, _ module: String, _ type: String) {
    #expect(PackageName.fault(in: package) == nil)
    #expect(PackageName(package).module == module)
    #expect(PackageName(package).type == type)
  }

  @Test(arguments: [
    "", "My-Uart", "2uart", "my--uart", "-uart", "uart-", "my_uart", "ü", "a/b", "..", "console",
  ])
  func otherNamesAreRefused(_ name: String) throws {
    #expect(try #require(PackageName.fault(in: name)).contains("fix:"))
  }

  @Test func theLongestNameFits() {
    #expect(PackageName.fault(in: String(repeating: "a", count: PackageName.longest)) == nil)
    #expect(PackageName.fault(in: String(repeating: "a", count: PackageName.longest + 1)) != nil)
  }
}

struct KitDependencyTests {
  @Test func aURLIsTakenByVersion() {
    #expect(
      KitDependency(naming: "https://example.org/swift-dddk.git").manifestLine
        == ".package(url: \"https://example.org/swift-dddk.git\", from: \"\(Kit.version)\")")
  }

  @Test func aFolderIsTakenByItsPath() {
    #expect(
      KitDependency(naming: "/opt/kit/../dddk").manifestLine
        == ".package(name: \"swift-dddk\", path: \"/opt/dddk\")")
  }

  @Test func aDownloadedKitIsTakenFromWhereItCame() throws {
    let folder = try TemporaryFolder()
    let pins = """
      {"pins": [{"identity": "swift-dddk", "kind": "remoteSourceControl",
        "location": "https://example.org/swift-dddk.git",
        "state": {"revision": "abc", "version": "1.2.3"}}], "version": 3}
      """
    try Data(pins.utf8).write(to: URL(filePath: folder.file("Package.resolved")))
    let kit = Kit(root: folder.file(".build/checkouts/swift-dddk"))
    #expect(
      try KitDependency(of: kit).manifestLine
        == ".package(url: \"https://example.org/swift-dddk.git\", from: \"1.2.3\")")
  }
}

struct TemplateTests {
  @Test func everyExampleNameIsReplaced() throws {
    let folder = try TemporaryFolder()
    let kit = try Kit.locate()
    let template = Template(
      folder: kit.path("Templates/serial-driver"), name: PackageName("blue-uart"),
      dependency: KitDependency(naming: "/opt/dddk"))
    let files = try template.write(to: folder.file("new"), spec: nil)
    #expect(files.contains("Sources/blue-uart/blue-uart.driver.yaml"))
    #expect(files.contains("Tests/BlueUartTests/BlueUartTests.swift"))
    #expect(files.contains(".gitignore"))
    for file in files {
      let bytes = try CheckedFile.bytes(of: folder.file("new/\(file)"))
      let text = String(decoding: bytes, as: UTF8.self)
      for name in ["my-uart", "my_uart", "MyUart", "../.."] {
        #expect(!text.contains(name), "\(file) still says \(name)")
        #expect(!file.contains(name))
      }
    }
    let spec = try CheckedFile.bytes(of: folder.file("new/Sources/blue-uart/blue-uart.driver.yaml"))
    #expect(
      String(decoding: spec, as: UTF8.self).hasPrefix(
        "# yaml-language-server: $schema=/opt/dddk/docs/driver-spec.schema.json\n"))
    #expect(throws: CommandFailure.self) { try template.write(to: folder.file("new"), spec: nil) }
  }
}

struct OptionTests {
  @Test func everyCommandHelpsWithExamples() {
    for command in DDDK.configuration.subcommands {
      #expect(command.helpMessage().contains("EXAMPLES"), "\(command)")
    }
  }

  @Test func anUnknownBoardIsRefusedWithTheKnownOnes() throws {
    let error = #expect(throws: (any Error).self) {
      try (DDDK.parseAsRoot(["run", "--board", "qemu-virt-sparc64"]) as? Run)?.options.machine.machine()
    }
    let message = DDDK.fullMessage(for: try #require(error))
    #expect(message.contains("qemu-virt-aarch64") && message.contains("qemu-virt-riscv64"))
  }

  @Test func aBoardIsHadWithWhatItNames() throws {
    func machine(_ options: String...) throws -> Board? {
      try (DDDK.parseAsRoot(["run"] + options) as? Run)?.options.machine.machine()
    }
    let largest = try #require(try machine("--cpu", "cortex-a72", "--memory", "4G", "--gic", "3"))
    #expect(largest.machineArguments.contains("virt,secure=off,virtualization=off,gic-version=3"))
    #expect(largest.machineArguments.contains("cortex-a72") && largest.machineArguments.contains("4096"))
    #expect(largest.kernel.memory == 0x4000_0000..<0x1_4000_0000)
    #expect(try machine("--memory", "2048M")?.emulator.memoryMebibytes == 2048)
    #expect(try machine("--cpu", "cortex-a57", "--memory", "1024", "--gic", "2") == .standard)
    #expect(try machine() == .standard)
    #expect(try machine("--board", "qemu-virt-riscv64", "--memory", "3G") == .qemuVirtRISCV64)
  }

  @Test(arguments: [
    (
      ["--memory", "512"],
      "cannot be had with the memory in MiB `512`; the kit knows `1024`, `2048`, `3072`, `4096`"
    ),
    (["--cpu", "cortex-a9"], "the kit knows `cortex-a57`, `cortex-a53`, `cortex-a72`"),
    (["--gic", "4"], "cannot be had with the interrupt controller `gicv4`; the kit knows `gicv2`, `gicv3`"),
    (["--memory", "much"], "`much` is no amount of memory; say 4G, 4096M or 4096"),
    (["--board", "qemu-virt-riscv64", "--memory", "4G"], "the kit knows `3072`"),
    (["--board", "qemu-virt-riscv64", "--gic", "3"], "there is no choice"),
  ]) func whatABoardCannotBeHadWithIsRefused(_ options: [String], _ message: String) throws {
    let error = #expect(throws: (any Error).self) {
      try (DDDK.parseAsRoot(["run"] + options) as? Run)?.options.machine.machine()
    }
    #expect(DDDK.fullMessage(for: try #require(error)).contains(message))
  }

  @Test func aMistypedOptionIsSuggested() throws {
    let error = #expect(throws: (any Error).self) { try DDDK.parseAsRoot(["run", "--untl", "x"]) }
    #expect(DDDK.fullMessage(for: try #require(error)).contains("--until"))
  }

  @Test func completionsAreWritten() throws {
    for shell in ["bash", "zsh", "fish"] {
      let error = #expect(throws: (any Error).self) {
        try DDDK.parseAsRoot(["--generate-completion-script", shell])
      }
      let script = DDDK.message(for: try #require(error))
      #expect(script.contains("qemu-virt-aarch64"), "\(shell)")
    }
  }
}

struct CheckTests {
  @Test func theKitsSpecsAreRight() throws {
    let kit = try Kit.locate()
    for target in DriverTarget.shipped(by: kit) {
      let file = try CheckedFile(checking: target.spec)
      #expect(file.diagnostics.isEmpty, "\(file.text(.plain))")
      #expect(file.spec != nil)
    }
  }

  @Test func theTemplatesSpecIsRight() throws {
    let kit = try Kit.locate()
    let file = try CheckedFile(
      checking: kit.path("Templates/serial-driver/Sources/my-uart/my-uart.driver.yaml"))
    #expect(file.diagnostics.isEmpty, "\(file.text(.plain))")
  }

  @Test func aFolderIsNoSpec() {
    #expect(throws: CommandFailure.self) { try CheckedFile(checking: "/tmp") }
    #expect(throws: CommandFailure.self) { try CheckedFile(checking: "/nowhere.driver.yaml") }
  }

  @Test(arguments: [
    ("system.yaml", true), ("a/system.yaml", true), ("bench.system.yaml", true), ("pl011.driver.yaml", false),
    ("ecosystem.yaml", false),
  ]) func systemFilesAreKnownByTheirName(_ path: String, _ isSystem: Bool) {
    #expect(CheckedFile.isSystemFile(path) == isSystem)
  }

  @Test func aSystemIsJudgedAgainstTheBoard() throws {
    let kit = try Kit.locate()
    let drivers = try DriverTarget.shipped(by: kit).compactMap { target in
      try CheckedFile(checking: target.spec).spec.map { (target, $0) }
    }
    let devices = try SystemPlan.devices(of: .standard)
    func check(_ text: String) -> CheckedFile {
      CheckedFile(
        checkingSystem: Array(text.utf8), path: "system.yaml", catalogue: SystemPlan.catalogue(of: drivers),
        devices: devices)
    }
    let right = check(
      """
      board: qemu-virt-aarch64
      components:
        serial: {driver: PL011, device: /pl011@9000000, priority: 200}
        console: {program: Console, uses: {port: serial}, priority: 100}
      """)
    #expect(right.system?.components.map(\.image) == ["pl011.elf", "console.elf"])
    let wrong = check(
      """
      board: qemu-virt-aarch64
      components:
        serial: {driver: PL011, device: /pl031@9010000, priority: 200}
        console: {program: Consle, uses: {port: serial}, priority: 100}
      """)
    #expect(wrong.system == nil)
    #expect(wrong.diagnostics.count == 2)
    #expect(wrong.text(.plain).contains("did you mean `Console`?"))
  }
}
