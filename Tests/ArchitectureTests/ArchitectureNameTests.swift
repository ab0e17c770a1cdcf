import Testing

/// A processor's architecture is named where it has to be, and nowhere else.
@Suite struct ArchitectureNameTests {
  /// Where an architecture may be named: the kernel's architectures and entry, the loader, the API's headers, start code,
  /// and the barrier of registers.
  ///
  /// Of SeL4 it is one file, the C header that makes system calls.
  static let homes = [
    "Kernel/Architecture/", "Kernel/Entry/", "Kernel/Image/", "Kernel/Loader/", "Kernel/include/",
    "Kernel/Platform/", "Sources/Runtime/CDeviceAccess/", "Sources/Runtime/CSeL4/", "Sources/Runtime/CStart/",
    "Sources/Runtime/CMemory/", "Sources/Runtime/CRootTaskStack/", "Sources/Runtime/CKernelContract/",
  ]

  static let names = ["aarch64", "arm64", "armv8", "riscv", "x86", "amd64", "i386"]

  @Test func onlyItsHomesNameAnArchitecture() {
    let files = SourceTree.files(
      in: ["Sources/Runtime", "Sources/Specification", "Kernel", "DriverSpecs", "Plugins"],
      endings: [".swift", ".c", ".h", ".S"])
    #expect(files.count > 100, "the test found \(files.count) files: it no longer reads the sources")
    for file in files where !Self.homes.contains(where: { file.path.hasPrefix($0) }) {
      for (index, code) in file.code.enumerated() {
        let lower = code.lowercased()
        for name in Self.names where lower.contains(name) {
          Issue.record(
            """
            \(file.path):\(index + 1): names the architecture \(name)
            fix: say it through a name that every architecture has, and put what differs under Kernel/Architecture
            """)
        }
      }
    }
  }

  @Test func nobodyElseAsksForTheProcessor() {
    for file in SourceTree.swift where !Self.homes.contains(where: { file.path.hasPrefix($0) }) {
      for (index, code) in file.code.enumerated() where code.contains("#if") || code.contains("#elseif") {
        #expect(
          !code.contains("arch("),
          """
          \(file.path):\(index + 1): asks for the processor
          fix: `#if os(none)` tells target from host; what differs between processors belongs to Kernel/Architecture
          """)
      }
    }
  }
}
