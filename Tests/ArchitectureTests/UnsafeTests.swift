import Testing

/// Unsafe code lives in few places, and says there why it holds.
@Suite struct UnsafeTests {
  /// Where registers, shared memory, capabilities, machines and start code are touched.
  static let homes = [
    "Sources/Runtime/RegisterAccess/", "Sources/Runtime/SharedRing/", "Sources/Runtime/SeL4/",
    "Sources/Runtime/RootTask/", "Kernel/Architecture/", "Kernel/Image/", "Kernel/Loader/",
  ]

  /// Where bytes come in or go out, one file a kind of bytes.
  static let doors = [
    "Kernel/Platform/DeviceTreeMemory.swift",
    "Sources/Runtime/CapabilityBroker/CapabilityBroker.swift",
    "Sources/Runtime/CapabilityBroker/InterruptPins.swift",
    "Sources/Runtime/ComponentInterface/ComponentName.swift",
    "Sources/Runtime/ComponentInterface/LogText.swift",
    "Sources/Runtime/Confinement/Attempt+Run.swift",
    "Sources/Runtime/ConsoleCore/ByteSink.swift",
    "Sources/Runtime/ConsoleCore/EditDistance.swift",
    "Sources/Runtime/ConsoleCore/Span+Words.swift",
    "Sources/Runtime/ContractTask/",
    "Sources/Runtime/DeviceTree/TreeBytes.swift",
    "Sources/Runtime/DriverRuntime/Component/ChannelEnd.swift",
    "Sources/Runtime/DriverRuntime/Component/Component.swift",
    "Sources/Runtime/DriverRuntime/Component/ComponentStatistics.swift",
    "Sources/Runtime/DriverRuntime/Driver/DriverError.swift",
    "Sources/Runtime/DriverRuntime/Driver/GrantedBus.swift",
    "Sources/Runtime/ImageFormat/Archive.swift",
    "Sources/Runtime/ImageFormat/CheckedBytes.swift",
    "Sources/Runtime/ImageFormat/ELFImage.swift",
    "Sources/Runtime/KernelContract/StaticString+Bytes.swift",
    "Sources/Runtime/SystemManifest/ManifestBytes.swift",
    "Sources/Runtime/SystemManifest/ManifestView.swift",
    "Sources/Runtime/SystemManifest/SystemManifest+Coding.swift",
    "Sources/Specification/SpecImport/DeviceTree/TreeFault.swift",
    "Sources/Specification/SpecImport/Listing/JSONText.swift",
    "Sources/Specification/SpecImport/XML/XMLReader.swift",
    "Sources/Specification/SpecReader/YAML/YAMLEvents.swift",
    "Sources/Tools/BoardTree/BoardNode+Blob.swift",
    "Sources/Tools/BoardTree/BoardTree.swift",
    "Sources/Tools/BootImage/Program.swift",
    "Sources/Tools/HostProcess/",
  ]

  /// Files in which the word `unsafe` marks an expression.
  private static let marked = SourceTree.swift.filter { file in
    file.code.contains { code in
      code.contains("unsafe ") && code.contains(/(^|[^@\w.])unsafe\s+[\w.&(\[]/)
        && !code.contains("case unsafe")
    }
  }

  @Test func onlyItsHomesAreUnsafe() {
    #expect(
      Self.marked.count > 10, "the test found \(Self.marked.count) files: it no longer reads the sources")
    for file in Self.marked where !(Self.homes + Self.doors).contains(where: { file.path.hasPrefix($0) }) {
      Issue.record(
        """
        \(file.path): has unsafe code
        fix: use what RegisterAccess, SharedRing and SeL4 offer; a new place where bytes come in is one small file, and \
        joins the list in Tests/ArchitectureTests/UnsafeTests.swift
        """)
    }
  }

  @Test func everyUnsafeFileSaysWhyItHolds() {
    for file in Self.marked {
      let says = file.text.contains("Safety:")
      #expect(
        says,
        """
        \(file.path): has unsafe code and no `// Safety:` line
        fix: write above each use which obligation there is and what meets it
        """)
    }
  }

  @Test func noListedPlaceIsGone() {
    for door in Self.doors where !door.hasSuffix("/") {
      #expect(
        SourceTree.text(door) != nil,
        "\(door) is in the list of Tests/ArchitectureTests/UnsafeTests.swift and absent")
    }
  }
}
