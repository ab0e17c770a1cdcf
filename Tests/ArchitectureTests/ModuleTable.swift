/// What each module may import: the table of docs/architecture.md, which this test holds.
///
/// A module that is missing here has no place in the house yet: give it a row, and think about its direction.
enum ModuleTable {
  struct Row: Sendable {
    /// Modules of this package that it may import.
    var own: Set<String>
    /// Modules from outside that it may import.
    var outside: Set<String> = []
  }

  /// What runs on the target imports nothing from outside but these.
  static let target: Set<String> = ["Synchronization"]
  /// What runs on the host and starts programs or touches files.
  static let host: Set<String> = [
    "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization",
  ]

  static let rows: [String: Row] = [
    // From text to source. The model knows nobody; the generator knows the checked model only.
    "Diagnostics": Row(own: []),
    "DriverSpec": Row(own: ["Diagnostics"]),
    "SpecReader": Row(own: ["CYAML", "Diagnostics", "DriverSpec"]),
    "SpecRules": Row(own: ["Diagnostics", "DriverSpec"]),
    "SpecInspection": Row(own: ["Diagnostics", "DriverSpec"]),
    "SpecImport": Row(own: ["CExpat", "Diagnostics", "DriverSpec", "DeviceTree"]),
    "SystemSpec": Row(own: ["Diagnostics", "DriverSpec", "SpecReader", "DeviceTree", "SystemManifest"]),
    "DriverGenerator": Row(own: ["DriverSpec", "Diagnostics"]),
    // The target. Registers, rings, trees and formats know nobody; SeL4 its headers; the broker SeL4.
    "ComponentInterface": Row(own: [], outside: target),
    "RegisterAccess": Row(own: ["CDeviceAccess"], outside: target),
    "SharedRing": Row(own: [], outside: target),
    "DeviceTree": Row(own: []),
    "ImageFormat": Row(own: []),
    "SystemManifest": Row(own: []),
    "SeL4": Row(own: ["CSeL4"], outside: target),
    "CapabilityBroker": Row(own: ["SeL4", "DeviceTree", "SystemManifest"]),
    "DriverRuntime": Row(
      own: ["RegisterAccess", "SharedRing", "ComponentInterface", "SeL4", "CStart"], outside: target),
    "root-task": Row(
      own: [
        "CapabilityBroker", "ComponentInterface", "DeviceTree", "ImageFormat", "RegisterAccess", "SharedRing",
        "SystemManifest", "SeL4", "CStart", "CRootTaskStack",
      ], outside: target),
    // The contract's root task knows the API and the bare serial port.
    "KernelContract": Row(own: ["CKernelContract", "CSeL4", "SeL4"]),
    "kernel-contract": Row(
      own: [
        "KernelContract", "CKernelContract", "DeviceTree", "RegisterAccess", "SeL4", "CStart",
        "CRootTaskStack",
      ], outside: target),
    // Drivers know the runtime alone; the console also what it may ask the root task.
    "ConsoleCore": Row(own: []),
    "console": Row(own: ["DriverRuntime", "ComponentInterface", "ConsoleCore", "Measurement"]),
    "Measurement": Row(own: ["SharedRing", "CStart"]),
    "confinement": Row(own: ["DriverRuntime", "ComponentInterface", "SeL4"]),
    "message-stream": Row(own: ["DriverRuntime", "ComponentInterface", "SharedRing"]),
    "pl011": Row(own: ["DriverRuntime"]),
    "ns16550a": Row(own: ["DriverRuntime"]),
    "pl031": Row(own: ["DriverRuntime"]),
    "goldfish-rtc": Row(own: ["DriverRuntime"]),
    "pl061": Row(own: ["DriverRuntime"]),
    "cmsdk-timer": Row(own: ["DriverRuntime"]),
    "i6300esb": Row(own: ["DriverRuntime"]),
    "virtio-mmio": Row(own: ["DriverRuntime"]),
    "edu": Row(own: ["DriverRuntime"]),
    // The kernel and the loader share no code with what runs above them but formats.
    "Kernel": Row(own: ["CSeL4API", "CKernelEntry"], outside: target),
    "kernel": Row(own: ["Kernel", "CKernelEntry", "CMemory"]),
    "loader": Row(own: ["CLoaderEntry", "CMemory", "DeviceTree", "ImageFormat"], outside: target),
    // The host's tools.
    "BoardTree": Row(own: ["Boards", "CFDT", "DeviceTree"]),
    "Boards": Row(own: []),
    "FirmwareSDK": Row(own: ["Boards", "HostProcess"], outside: host),
    "BootImage": Row(own: ["ImageFormat", "SystemManifest"], outside: host),
    "KernelInstall": Row(own: ["Boards", "HostProcess"], outside: host),
    "HostProcess": Row(own: [], outside: host),
    "QEMU": Row(own: ["Boards", "HostProcess"], outside: host),
    "MutationAnalysis": Row(own: []),
    "dddk": Row(
      own: [
        "Diagnostics", "DriverSpec", "SpecReader", "SpecRules", "SpecInspection", "SpecImport", "SystemSpec",
        "DriverGenerator", "DeviceTree", "Boards", "BoardTree", "FirmwareSDK", "BootImage", "HostProcess",
        "KernelInstall", "QEMU", "MutationAnalysis", "SystemManifest",
        "ImageFormat",
      ], outside: host.union(["ArgumentParser"])),
    "dddk-generate": Row(
      own: ["Diagnostics", "DriverSpec", "SpecReader", "SpecRules", "DriverGenerator"], outside: host),
    "GenerateDrivers": Row(own: ["dddk-generate"], outside: ["PackagePlugin", "Foundation"]),
  ]
}
