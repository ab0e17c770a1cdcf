import Boards
import BootImage
import FirmwareSDK
import FoundationEssentials
import HostProcess
import QEMU
import SystemManifest

/// A system in one bootable file, with everything that went into it.
struct SystemImage {
  /// The folder that holds it.
  let folder: String
  /// The file that the machine boots; nil without a kernel.
  let bootImage: String?
  /// The file that the machine is given beside it, where Multiboot starts it: the root task's image.
  let module: String?
  /// The root task's image: the same bytes on every kernel.
  let rootTaskImage: String
  /// SHA-256 of the root task's image, in hexadecimal.
  let rootTaskDigest: String
  /// The programs' ELF files, with their symbols.
  let programs: [Part]
  private let processor: Processor
  private var files: ArtefactFolder

  /// One program of the system.
  struct Part {
    /// Its name in the image.
    let name: String
    let kind: Artefacts.File.Kind
    /// Its ELF file, where it was built.
    let path: String
  }

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
    let isLoaded = machine.start == .loader && !kernel.isNone
    let built = try build.build(
      (kernel.isReference ? [reference] : []) + (isLoaded ? [loader] : []) + parts
    ) { root in
      root == kit.root ? kit.buildFolder(for: package.root) : "\(root)/.build-dddk"
    }
    progress.begin("packing")
    func program(_ path: String, _ name: String) throws -> Program {
      try Program(elf: CheckedFile.bytes(of: path), name: name, machine: processor.elfMachine)
    }
    var programs = [Part(name: "root-task.elf", kind: .rootTask, path: built[rootTask] ?? "")]
    programs += plan.images.map { Part(name: $0.name, kind: .component, path: built[$0.program] ?? "") }
    let manifest = try plan.manifest.encoded()
    let rootTaskProgram = try program(programs[0].path, "root-task")
    let rootTaskImage = try RootTaskImage.bytes(
      rootTask: rootTaskProgram, manifest: manifest, tree: machine.tree?.blob(),
      components: programs.dropFirst().map { (name: $0.name, program: try program($0.path, $0.name)) })
    var files = ArtefactFolder(output)
    try files.add(Artefacts.rootTaskImageName, .rootTaskImage, rootTaskImage)
    try files.add(Artefacts.manifestName, .manifest, manifest)
    if let kernelFile = kernel.file ?? built[reference] {
      programs.append(Part(name: "kernel.elf", kind: .kernel, path: kernelFile))
      let kernelProgram = try Program(
        elf: CheckedFile.bytes(of: kernelFile), name: kernelFile, machine: processor.elfMachine,
        isEnteredBeforePaging: !isLoaded)
      if isLoaded {
        let loaderFile = built[loader] ?? ""
        programs.append(Part(name: "loader.elf", kind: .loader, path: loaderFile))
        try files.add(
          Artefacts.bootImageName, .bootImage,
          BootImage.bytes(
            loader: program(loaderFile, "loader"), kernel: kernelProgram, rootTaskImage: rootTaskImage,
            userCycleCounter: counter))
      } else {
        try files.add(Artefacts.bootImageName, .bootImage, kernelProgram.multibootELF())
      }
    }
    let rootTaskPath = "\(output)/\(Artefacts.rootTaskImageName)"
    return SystemImage(
      folder: output, bootImage: kernel.isNone ? nil : "\(output)/\(Artefacts.bootImageName)",
      module: machine.start == .loader ? nil : rootTaskPath, rootTaskImage: rootTaskPath,
      rootTaskDigest: try ArtefactFolder.digests(of: [rootTaskPath])[0],
      programs: programs, processor: processor, files: files)
  }

  /// Leaves the programs with their symbols beside the images, and the list of all files.
  ///
  /// - Returns: the programs' paths by their names.
  func leavePrograms(
    _ plan: SystemPlan, machine: Board, kernel: String
  ) throws -> [String: String] {
    var files = files
    var paths: [String: String] = [:]
    for program in programs {
      let name = program.kind == .component ? Artefacts.path(ofComponent: program.name) : program.name
      try files.add(name, program.kind, CheckedFile.bytes(of: program.path))
      paths[program.name] = "\(folder)/\(name)"
    }
    try files.write(
      Artefacts(
        kit: Kit.version, board: machine.name, processor: machine.architecture,
        machine: Artefacts.Machine(
          cpu: machine.emulator.processor, memoryMebibytes: machine.emulator.memoryMebibytes,
          interruptController: machine.interruptController?.name), kernel: kernel,
        hasConsole: plan.hasConsole,
        components: plan.manifest.components.map { component in
          Artefacts.Component(
            name: component.name, path: Artefacts.path(ofComponent: component.image),
            priority: Int(component.priority), driver: component.driver?.name,
            device: component.driver?.device)
        }, files: try files.listing()))
    return paths
  }

  /// How many steps `build` reports.
  static func steps(_ plan: SystemPlan, machine: Board, kernel: KernelChoice) -> Int {
    plan.images.count + 2 + (kernel.isReference ? 1 : 0)
      + (machine.start == .loader && !kernel.isNone ? 1 : 0)
  }

  /// Bytes of a program's instructions.
  func textBytes(of program: Part) throws -> Int {
    try Program(
      elf: CheckedFile.bytes(of: program.path), name: program.name, machine: processor.elfMachine
    ).textBytes
  }
}
