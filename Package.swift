// swift-tools-version: 6.2
import PackageDescription

// No Embedded setting and no unsafeFlags stand here: they come from the Swift SDK bundle that the kit
// writes (Sources/Tools/FirmwareSDK), so that a package may depend on this one by version.

let swift: [SwiftSetting] = [.strictMemorySafety(), .treatAllWarnings(as: .error)]

/// A module below one of the source folders, named as its folder.
func module(_ name: String, in folder: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, path: "\(folder)/\(name)", swiftSettings: swift)
}

func program(
  _ name: String, at path: String, _ dependencies: [Target.Dependency] = [],
  exclude: [String] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: swift,
    plugins: plugins)
}

/// A driver that ships: a spec and a Swift file of its name, in a folder with others.
func driver(_ name: String, in folder: String, beside others: [String] = []) -> Target {
  program(
    name, at: "DriverSpecs/\(folder)", ["DriverRuntime"],
    exclude: others.flatMap { ["\($0).driver.yaml", "\($0).swift"] },
    plugins: [.plugin(name: "GenerateDrivers")])
}

/// A test bundle in Tests; `data` is what it reads where it stands.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude data: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: data, swiftSettings: swift)
}

// Host: from text to source.
let specification: [Target] = [
  .systemLibrary(
    name: "CYAML", path: "Sources/Specification/CYAML", pkgConfig: "yaml-0.1",
    providers: [.apt(["libyaml-dev"])]),
  .systemLibrary(
    name: "CExpat", path: "Sources/Specification/CExpat", pkgConfig: "expat",
    providers: [.apt(["libexpat1-dev"])]),
  module("Diagnostics", in: "Sources/Specification"),
  module("DriverSpec", in: "Sources/Specification", ["Diagnostics"]),
  module("SpecReader", in: "Sources/Specification", ["CYAML", "Diagnostics", "DriverSpec"]),
  module("SpecRules", in: "Sources/Specification", ["Diagnostics", "DriverSpec"]),
  module("SpecInspection", in: "Sources/Specification", ["Diagnostics", "DriverSpec"]),
  module("SpecImport", in: "Sources/Specification", ["CExpat", "Diagnostics", "DriverSpec", "DeviceTree"]),
  module(
    "SystemSpec", in: "Sources/Specification",
    ["Diagnostics", "DriverSpec", "SpecReader", "DeviceTree", "SystemManifest"]),
  module("DriverGenerator", in: "Sources/Specification", ["Diagnostics", "DriverSpec"]),
]

// Target: Embedded Swift; each module is also built and tested on the host.
let runtime: [Target] = [
  module("ComponentInterface", in: "Sources/Runtime"),
  .target(name: "CDeviceAccess", path: "Sources/Runtime/CDeviceAccess"),
  module("RegisterAccess", in: "Sources/Runtime", ["CDeviceAccess"]),
  module("SharedRing", in: "Sources/Runtime"),
  module("DeviceTree", in: "Sources/Runtime"),
  module("ImageFormat", in: "Sources/Runtime"),
  module("SystemManifest", in: "Sources/Runtime"),
  .target(name: "CSeL4API", path: "Kernel/include", publicHeadersPath: "."),
  .target(name: "CSeL4", dependencies: ["CSeL4API"], path: "Sources/Runtime/CSeL4"),
  module("SeL4", in: "Sources/Runtime", ["CSeL4"]),
  .target(name: "CMemory", path: "Sources/Runtime/CMemory"),
  .target(name: "CStart", dependencies: ["CMemory"], path: "Sources/Runtime/CStart"),
  .target(name: "CRootTaskStack", path: "Sources/Runtime/CRootTaskStack"),
  module("CapabilityBroker", in: "Sources/Runtime", ["SeL4", "DeviceTree", "SystemManifest"]),
  module(
    "DriverRuntime", in: "Sources/Runtime",
    ["RegisterAccess", "SharedRing", "ComponentInterface", "SeL4", "CStart"]),
  program(
    "root-task", at: "Sources/Runtime/RootTask",
    [
      "CapabilityBroker", "ComponentInterface", "DeviceTree", "ImageFormat", "SystemManifest", "SeL4",
      "CStart", "RegisterAccess", "CRootTaskStack",
    ]),
  .target(
    name: "CKernelContract", dependencies: ["CSeL4"], path: "Sources/Runtime/CKernelContract"),
  module("KernelContract", in: "Sources/Runtime", ["CKernelContract", "CSeL4", "SeL4"]),
  program(
    "kernel-contract", at: "Sources/Runtime/ContractTask",
    ["KernelContract", "CKernelContract", "DeviceTree", "RegisterAccess", "SeL4", "CStart", "CRootTaskStack"]),
  module("ConsoleCore", in: "Sources/Runtime"),
  module("Measurement", in: "Sources/Runtime", ["SharedRing", "CStart"]),
  program(
    "console", at: "Sources/Runtime/Console",
    ["DriverRuntime", "ComponentInterface", "ConsoleCore", "Measurement"]),
  program(
    "confinement", at: "Sources/Runtime/Confinement",
    ["DriverRuntime", "ComponentInterface", "SeL4"]),
  program(
    "message-stream", at: "Sources/Runtime/MessageStream",
    ["DriverRuntime", "ComponentInterface", "SharedRing"]),
]

// `dddk` names itself here where it builds a package for a board: the plugin runs it instead of a generator of its own.
let hasGenerator = Context.environment["DDDK_GENERATOR"] != nil

// Host: from source to a running system.
let tools: [Target] = [
  .systemLibrary(name: "CFDT", path: "Sources/Tools/CFDT", providers: [.apt(["libfdt-dev"])]),
  module("Boards", in: "Sources/Tools"),
  module("BoardTree", in: "Sources/Tools", ["Boards", "CFDT", "DeviceTree"]),
  module("FirmwareSDK", in: "Sources/Tools", ["Boards"]),
  module("BootImage", in: "Sources/Tools", ["ImageFormat", "SystemManifest"]),
  module("HostProcess", in: "Sources/Tools"),
  module("KernelInstall", in: "Sources/Tools", ["Boards", "HostProcess"]),
  module("QEMU", in: "Sources/Tools", ["Boards", "HostProcess"]),
  module("MutationAnalysis", in: "Sources/Tools"),
  program(
    "dddk", at: "Sources/Tools/dddk",
    [
      "Diagnostics", "DriverSpec", "SpecReader", "SpecRules", "SpecInspection", "SystemSpec",
      "SpecImport", "DriverGenerator", "Boards", "BoardTree", "FirmwareSDK", "BootImage", "HostProcess",
      "KernelInstall", "QEMU", "MutationAnalysis", "SystemManifest", "DeviceTree",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  program(
    "dddk-generate", at: "Sources/Tools/dddk-generate",
    ["Diagnostics", "DriverSpec", "SpecReader", "SpecRules", "DriverGenerator"]),
  .plugin(
    name: "GenerateDrivers", capability: .buildTool(), dependencies: hasGenerator ? [] : ["dddk-generate"],
    path: "Plugins/GenerateDrivers"),
]

// The reference kernel (one module: portable core, architectures, platforms) and the loader.
let kernel: [Target] = [
  .target(
    name: "Kernel", dependencies: ["CKernelEntry"], path: "Kernel",
    exclude: ["Entry", "Image", "Loader", "include"],
    sources: ["Core", "Architecture", "Platform"],
    swiftSettings: swift),
  .target(name: "CKernelEntry", path: "Kernel/Entry"),
  program("kernel", at: "Kernel/Image", ["Kernel", "CKernelEntry", "CMemory"]),
  .target(name: "CLoaderEntry", path: "Kernel/Loader/Entry"),
  program(
    "loader", at: "Kernel/Loader", ["CLoaderEntry", "CMemory", "DeviceTree", "ImageFormat"],
    exclude: ["Entry"]),
]

// Drivers: a spec each, and little or nothing written by hand.
let shippedDrivers: [Target] = [
  driver("pl011", in: "serial", beside: ["ns16550a"]),
  driver("ns16550a", in: "serial", beside: ["pl011"]),
  driver("pl031", in: "rtc", beside: ["goldfish-rtc"]),
  driver("goldfish-rtc", in: "rtc", beside: ["pl031"]),
  driver("pl061", in: "gpio"),
  driver("cmsdk-timer", in: "timer"),
  driver("i6300esb", in: "watchdog"),
  driver("virtio-mmio", in: "transport"),
  driver("edu", in: "education"),
]

// A driver that is written in C, for tests alone.
let handWrittenDriver: [Target] = [
  .target(name: "CPortDriver", dependencies: ["CSeL4", "CStart"], path: "Tests/PortDriver/C"),
  program(
    "port-driver", at: "Tests/PortDriver", ["CPortDriver", "CStart", "ComponentInterface"], exclude: ["C"]),
]

// A driver with hooks, and golden cases of the generator as they are recorded, for tests alone.
let goldenDrivers = ["arrays", "effects", "guarded", "interrupts", "steps"]
let otherCases = [
  "banked", "expressions", "fields", "own-name", "rings", "separate-status", "two-regions", "widths",
]
let testDrivers: [Target] = [
  program(
    "GateDriver", at: "Tests/GateDriver", ["DriverRuntime"], plugins: [.plugin(name: "GenerateDrivers")]),
  .target(
    name: "GoldenDrivers", dependencies: ["DriverRuntime"], path: "Tests/DriverGeneratorTests",
    exclude: goldenDrivers.flatMap {
      ["Cases/\($0)/\($0).driver.yaml", "Golden/\($0)/\($0).component.swift"]
    }
      + otherCases.map { "Cases/\($0)" } + (otherCases + ["gate", "pl011"]).map { "Golden/\($0)" }
      + ["Case", "EmbeddedTests", "GoldenTests", "LintTests", "RandomDriver", "RandomDriverTests"].map {
        "\($0).swift"
      },
    sources: goldenDrivers.flatMap { name in
      ["registers", "driver", "fake"].map { "Golden/\(name)/\(name).\($0).swift" }
    } + ["Cases/arrays/DMAHooks.swift", "Cases/interrupts/LinesHooks.swift"],
    swiftSettings: swift),
]

// `dddk` sets this where it builds kernel, loader or root task alone: SwiftPM makes the tools of every plugin that
// any target uses first, and so the generator with all that it needs, for each of them.
let hasDrivers = Context.environment["DDDK_WITHOUT_DRIVERS"] == nil

// And here it names drivers that it has generated itself (Sources/Tools/dddk/ShippedDrivers.swift).
let generatedDrivers: [Target] = (Context.environment["DDDK_GENERATED_DRIVERS"] ?? "").split(separator: ",")
  .map {
    program(String($0), at: ".build-dddk/generated/\($0)", ["DriverRuntime"])
  }

// The kernel's model as a program; compiled with MODEL_RISCV64 or MODEL_X86_64 it is another processor's.
let contractModel: [Target] = [
  module("ContractModel", in: "Tests", ["Kernel", "CKernelContract", "KernelContract", "SeL4"]),
  program("contract-model", at: "Tests/ContractModelProgram", ["ContractModel", "KernelContract", "SeL4"]),
]

let testTargets: [Target] = [
  tests("RegisterAccessTests", ["RegisterAccess"]),
  tests("PL011Tests", ["pl011", "DriverRuntime"]),
  tests("DriverRuntimeTests", ["DriverRuntime"]),
  tests("GateDriverTests", ["GateDriver", "DriverRuntime"]),
  tests("PluginTests", []),
  tests("DoesNotCompileTests", ["pl011", "GateDriver", "DriverRuntime"], exclude: ["Cases"]),
  tests("InstructionTests", ["dddk", "RegisterAccess"], exclude: ["Registers"]),
  tests(
    "DriverGeneratorTests",
    [
      "DriverGenerator", "DriverSpec", "SpecReader", "SpecRules", "SpecImport", "Diagnostics",
      "DriverRuntime",
    ],
    exclude: ["Cases", "Golden"]),
  tests("ArchitectureTests", ["Diagnostics"]),
  tests("SeL4Tests", ["SeL4"]),
  tests("LoaderTests", ["loader", "BootImage", "ImageFormat", "DeviceTree"]),
  tests("FirmwareSDKTests", ["Boards", "FirmwareSDK", "HostProcess"]),
  tests("BootImageTests", ["BootImage", "ImageFormat"]),
  tests("KernelInstallTests", ["Boards", "KernelInstall", "HostProcess"]),
  tests("SystemManifestTests", ["SystemManifest"]),
  tests("CapabilityBrokerTests", ["CapabilityBroker", "Kernel", "SeL4", "SystemManifest"]),
  tests("RootTaskTests", ["root-task", "ComponentInterface", "SystemManifest", "SeL4"]),
  tests("ComponentInterfaceTests", ["ComponentInterface"]),
  tests("SharedRingTests", ["SharedRing"]),
  tests("ConsoleTests", ["ConsoleCore"]),
  tests("SerialChannelTests", ["DriverRuntime", "ComponentInterface", "SharedRing", "SeL4"]),
  tests(
    "CommandTests",
    [
      "dddk", "Boards", "Diagnostics", "DriverGenerator", "DriverRuntime", "SpecImport", "HostProcess",
      "QEMU",
    ]),
  tests(
    "SystemTests",
    [
      "dddk", "Boards", "BoardTree", "BootImage", "FirmwareSDK", "HostProcess", "QEMU", "ContractModel",
      "KernelContract", "SeL4",
    ],
    exclude: ["Systems"]),
  tests("QEMUTests", ["Boards", "HostProcess", "QEMU"]),
  tests("DeviceTreeTests", ["Boards", "DeviceTree", "BoardTree"]),
  tests(
    "DeviceModelTests",
    [
      "DriverRuntime", "ComponentInterface", "SharedRing", "SeL4", "QEMU", "SpecReader", "DriverSpec",
      "Diagnostics",
    ] + shippedDrivers.map { .byName(name: $0.name) }),
  tests(
    "FakeDeviceTests",
    ["DriverRuntime", "GoldenDrivers", "SpecReader", "DriverSpec", "Diagnostics"]
      + shippedDrivers.map { .byName(name: $0.name) }),
  tests(
    "KernelTests",
    [
      "Kernel", "CSeL4API", "ContractModel", "KernelContract", "SeL4", "Boards", "FirmwareSDK", "HostProcess",
    ],
    exclude: ["Contract"]),
  tests(
    "SystemSpecTests",
    ["SystemSpec", "SystemManifest", "SpecReader", "DriverSpec", "Diagnostics", "DeviceTree", "BoardTree"],
    exclude: ["BadSystems", "board.dts", "widget.driver.yaml"]),
  tests("DiagnosticsTests", ["Diagnostics"]),
  tests("MutationAnalysisTests", ["MutationAnalysis"], exclude: ["Drivers"]),
  tests("SpecInspectionTests", ["SpecInspection", "SpecReader", "SpecRules", "DriverSpec", "Diagnostics"]),
  tests(
    "SpecImportTests",
    ["SpecImport", "Diagnostics", "DriverSpec", "SpecReader", "SpecRules", "BoardTree", "DeviceTree"],
    exclude: ["BadFiles"]),
  tests("SpecReaderTests", ["SpecReader", "SpecRules", "DriverSpec", "Diagnostics"]),
  tests(
    "SpecRulesTests", ["SpecReader", "SpecRules", "DriverSpec", "Diagnostics"], exclude: ["BadSpecs"]),
]

let package = Package(
  name: "swift-dddk",
  products: [
    .plugin(name: "GenerateDrivers", targets: ["GenerateDrivers"]),
    .library(name: "DriverRuntime", targets: ["DriverRuntime"]),
    .executable(name: "dddk", targets: ["dddk"]),
    .executable(name: "kernel", targets: ["kernel"]),
    .executable(name: "loader", targets: ["loader"]),
    .executable(name: "root-task", targets: ["root-task"]),
    .executable(name: "console", targets: ["console"]),
    .executable(name: "confinement", targets: ["confinement"]),
    .executable(name: "message-stream", targets: ["message-stream"]),
    .executable(name: "kernel-contract", targets: ["kernel-contract"]),
  ] + (hasDrivers ? shippedDrivers.map { .executable(name: $0.name, targets: [$0.name]) } : []),
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: specification + runtime + tools + kernel + handWrittenDriver + contractModel + generatedDrivers
    + (hasDrivers ? shippedDrivers + testDrivers + testTargets : [])
)
