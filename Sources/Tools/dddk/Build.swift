import ArgumentParser
import Boards
import FoundationEssentials
import HostProcess

/// What `build`, `run` and `bench` agree on.
struct SystemOptions: ParsableArguments {
  @OptionGroup var board: BoardOption
  @OptionGroup var kernel: KernelOption
  @OptionGroup var package: PackageOption

  @Option(
    name: .long,
    help: "The system file (default: the package's system.yaml, or its one driver and the console).",
    completion: .file(extensions: ["yaml"]))
  var system: String?

  /// Checks, builds and packs.
  func image(
    output: String?, counter: Bool = false
  ) throws -> (image: SystemImage, plan: SystemPlan, machine: Board, kernel: KernelChoice) {
    Interruption.tidyUp()
    let kit = try Kit.locate()
    let package = try self.package.package()
    let machine = try board.machine()
    let kernel = try self.kernel.choice(for: machine, kit: kit)
    let plan = try SystemPlan.make(package, system: system, machine: machine, kit: kit)
    let progress = Progress(steps: SystemImage.steps(plan, machine: machine, kernel: kernel))
    let image = try SystemImage.build(
      plan, for: package, kit: kit, machine: machine, kernel: kernel,
      output: output ?? "\(package.root)/.build-dddk/image", counter: counter, progress: progress)
    return (image, plan, machine, kernel)
  }
}

/// `dddk build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds a package's driver and packs it into a bootable image.",
    discussion: """
      Leaves boot.elf, root-task-image.elf and the programs with their symbols.

      EXAMPLES
        dddk build --output image
        dddk build --output image --kernel /opt/sel4/release --format json
      """)

  @OptionGroup var options: SystemOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .customLong("output"), help: "The folder for the artefacts.", completion: .directory)
  var outputFolder: String

  private struct Report: Encodable {
    let bootImage: String
    let rootTaskImage: String
    let rootTaskSHA256: String
    let programs: [String: String]
  }

  func run() throws {
    let folder = URL(filePath: outputFolder).standardizedFileURL.path
    let image = try options.image(output: folder).image
    var copies: [String: String] = [:]
    for program in image.programs {
      let copy = "\(folder)/\(program.name)"
      try? FileManager.default.removeItem(atPath: copy)
      try FileManager.default.copyItem(atPath: program.path, toPath: copy)
      copies[program.name] = copy
    }
    switch output.format {
    case .text:
      print("\(image.bootImage)")
      print("root task image: \(image.rootTaskDigest) (SHA-256)")
    case .json:
      try printJSON(
        Report(
          bootImage: image.bootImage, rootTaskImage: image.rootTaskImage,
          rootTaskSHA256: image.rootTaskDigest, programs: copies))
    }
  }
}
