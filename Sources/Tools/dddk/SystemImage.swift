import Boards
import BootImage
import FirmwareSDK
import FoundationEssentials
import HostProcess
import QEMU
import SystemManifest

/// A system in one bootable file, with everything that went into it.
struct SystemImage {
  /// The file that the machine boots.
  let bootImage: String
  /// The file that the machine is given beside it, where Multiboot starts it: the root task's image.
  let module: String?
  /// The root task's image: the same bytes on every kernel.
  let rootTaskImage: String
  /// SHA-256 of the root task's image, in hexadecimal.
  let rootTaskDigest: String
  /// The programs' ELF files, with their symbols, by their names in the image.
  let programs: [(name: String, path: String)]
  private let processor: Processor

  /// Builds everything and packs it into a folder.
  static func build(
    _ plan: SystemPlan, for package: PackageFolder, kit: Kit, machine: Board, kernel: KernelChoice,
    output: String, counter: Bool = false, progress: Progress
  ) throws -> SystemImage {
    guard let processor = Processor.of(machine) else {
      throw CommandFailure("the kit has no Swift SDK for \(machine.architecture)")
    }
    let own = { (product: String, role: FirmwareRole) in
      FirmwareProgram(package: kit.root, product: product, role: role)
    }
    let loader = own("loader", .loader)
    let rootTask = own("root-task", .component)
    let reference = own("kernel", .kernel)
    let parts = [rootTask] + plan.images.map(\.program)
    let build = FirmwareBuild(
      kit: kit, board: machine, processor: processor, headers: kernel.headers, progress: progress)
    let isLoaded = machine.start == .loader
    let files = try build.build(
      (kernel.isReference ? [reference] : []) + (isLoaded ? [loader] : []) + parts
    ) { root in
      root == kit.root ? kit.buildFolder(for: package.root) : "\(root)/.build-dddk"
    }
    progress.begin("packing")
    func program(_ program: FirmwareProgram, _ name: String) throws -> Program {
      try Program(
        elf: CheckedFile.bytes(of: files[program] ?? ""), name: name, machine: processor.elfMachine)
    }
    let rootTaskImage = try RootTaskImage.bytes(
      rootTask: program(rootTask, "root-task"), manifest: plan.manifest.encoded(),
      tree: machine.tree?.blob(),
      components: plan.images.map { (name: $0.name, program: try program($0.program, $0.name)) })
    let kernelFile = kernel.file ?? files[reference] ?? ""
    let kernelProgram = try Program(
      elf: CheckedFile.bytes(of: kernelFile), name: kernelFile, machine: processor.elfMachine)
    let bootImage =
      isLoaded
      ? try BootImage.bytes(
        loader: program(loader, "loader"), kernel: kernelProgram, rootTaskImage: rootTaskImage,
        userCycleCounter: counter)
      : try kernelProgram.multibootELF()

    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    let rootTaskPath = "\(output)/root-task-image.elf"
    let bootPath = "\(output)/boot.elf"
    try Data(rootTaskImage).write(to: URL(filePath: rootTaskPath))
    try Data(bootImage).write(to: URL(filePath: bootPath))
    return SystemImage(
      bootImage: bootPath, module: isLoaded ? nil : rootTaskPath, rootTaskImage: rootTaskPath,
      rootTaskDigest: try digest(of: rootTaskPath),
      programs: [("kernel.elf", kernelFile)] + (isLoaded ? [("loader.elf", files[loader] ?? "")] : [])
        + [("root-task.elf", files[rootTask] ?? "")]
        + plan.images.map { ($0.name, files[$0.program] ?? "") },
      processor: processor)
  }

  /// How many steps `build` reports.
  static func steps(_ plan: SystemPlan, machine: Board, kernel: KernelChoice) -> Int {
    plan.images.count + 2 + (kernel.isReference ? 1 : 0) + (machine.start == .loader ? 1 : 0)
  }

  /// Bytes of a program's instructions.
  func textBytes(of program: (name: String, path: String)) throws -> Int {
    try Program(
      elf: CheckedFile.bytes(of: program.path), name: program.name, machine: processor.elfMachine
    ).textBytes
  }

  private static func digest(of path: String) throws -> String {
    let result = try ChildProcess.run(["sha256sum", path])
    guard result.isSuccess else { throw CommandFailure("sha256sum: \(result.output)") }
    return String(result.output.prefix { $0 != " " })
  }
}
