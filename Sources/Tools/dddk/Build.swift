import ArgumentParser
import Boards
import FoundationEssentials
import HostProcess

/// What `build`, `run` and `bench` agree on.
struct SystemOptions: ParsableArguments {
  @OptionGroup var machine: MachineOptions
  @OptionGroup var kernel: KernelOption
  @OptionGroup var package: PackageOption

  @Option(
    name: .long,
    help: "The system file (default: the package's system.yaml, or its one driver and the console).",
    completion: .file(extensions: ["yaml"]))
  var system: String?

  /// What was built, and of what.
  struct Outcome {
    let image: SystemImage
    let plan: SystemPlan
    let machine: Board
    let kernel: KernelChoice
    /// Files and folders that the result depends on.
    let inputs: [String]

    /// What the machine boots.
    func bootImage() throws(CommandFailure) -> String {
      guard let file = image.bootImage else {
        throw CommandFailure(
          "without a kernel there is nothing to boot", fix: "leave out --kernel none, or name a kernel")
      }
      return file
    }
  }

  /// Checks, builds and packs.
  ///
  /// - Parameters:
  ///   - output: where the images go, or nil for the package's own build folder.
  ///   - counter: whether user level may read the cycle counter.
  ///   - source: where the drivers come from, or nil for the package's.
  /// - Returns: the images.
  /// - Throws: what is wrong, and how to mend it.
  func image(
    output: String?, counter: Bool = false, source: (Kit) throws -> SystemSource? = { _ in nil }
  ) throws -> Outcome {
    Interruption.tidyUp()
    let kit = try Kit.locate()
    let machine = try self.machine.machine()
    let kernel = try self.kernel.choice(for: machine, kit: kit)
    let source = try source(kit) ?? .of(package.package(), machine: machine, kit: kit)
    let plan = try SystemPlan.make(source, system: system, machine: machine, kit: kit)
    let progress = Progress(steps: SystemImage.steps(plan, machine: machine, kernel: kernel))
    let image = try SystemImage.build(
      plan, for: source.package, kit: kit, machine: machine, kernel: kernel,
      output: output ?? "\(source.package.root)/.build-dddk/image", counter: counter, progress: progress)
    return Outcome(
      image: image, plan: plan, machine: machine, kernel: kernel,
      inputs: source.inputs + ((system ?? source.package.systemFile).map { [$0] } ?? []) + kernel.inputs
        + kit.inputs)
  }
}

/// `dddk build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds a package's driver and packs it into a bootable image.",
    discussion: """
      Leaves boot.elf, root-task-image.elf, manifest.bin, the programs with their symbols, and artefacts.json, which lists
      them; docs/artefacts.md says what each is. The root task's image is the same for every kernel.

      EXAMPLES
        dddk build --output image
        dddk build --output image --kernel /opt/sel4/release --format json
        dddk build --output image --spec my-uart.driver.yaml --source Hooks.swift
        dddk build --output image --kernel none
      """)

  @OptionGroup var options: SystemOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .customLong("output"), help: "The folder for the artefacts.", completion: .directory)
  var outputFolder: String

  @Option(
    name: .long, help: "A driver spec that stands in no package.", completion: .file(extensions: ["yaml"]))
  var spec: String?

  @Option(
    name: .customLong("source"), help: "With --spec: a Swift file that belongs to it; may be given again.",
    completion: .file(extensions: ["swift"]))
  var sources: [String] = []

  @Option(
    name: .long, help: "A file for make and Ninja that says what the artefacts depend on.",
    completion: .file())
  var depfile: String?

  func validate() throws {
    if spec == nil, !sources.isEmpty { throw ValidationError("--source belongs to a --spec") }
  }

  private struct Report: Encodable {
    let artefacts: String
    let bootImage: String?
    let rootTaskImage: String
    let rootTaskSHA256: String
    let programs: [String: String]
  }

  func run() throws {
    let folder = URL(filePath: outputFolder).standardizedFileURL.path
    let outcome = try options.image(output: folder) { kit in
      try spec.map { try .of(spec: $0, sources: sources, folder: "\(folder)/package", kit: kit) }
    }
    let image = outcome.image
    let copies = try image.leavePrograms(
      outcome.plan, machine: outcome.machine, kernel: options.kernel.kernel)
    let listing = "\(folder)/\(Artefacts.fileName)"
    if let depfile {
      let text = DependencyFile(target: listing, inputs: outcome.inputs).text
      try Data(text.utf8).write(to: URL(filePath: depfile))
    }
    switch output.format {
    case .text:
      print("\(image.bootImage ?? image.rootTaskImage)")
      print("root task image: \(image.rootTaskDigest) (SHA-256)")
    case .json:
      try printJSON(
        Report(
          artefacts: listing, bootImage: image.bootImage, rootTaskImage: image.rootTaskImage,
          rootTaskSHA256: image.rootTaskDigest, programs: copies))
    }
  }
}
