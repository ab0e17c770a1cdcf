import DriverSpec

/// What a new package holds beside its spec where the spec was made of a file: hooks for its causes, and tests that hold for
/// any device.
struct DevicePackage {
  let spec: CheckedDriverSpec
  let package: PackageName
  /// Where the spec comes from, as the read-me says it.
  let origin: String

  private var driver: String { SwiftName.type(spec.name.value) }

  /// What takes the place of the template's files, by how their paths end.
  var files: [(ending: String, text: String)] {
    [("Hooks.swift", hooks), ("Tests.swift", tests), ("README.md", readMe)]
  }

  /// The causes that the author serves.
  private var functions: [(name: String, cause: String)] {
    spec.interrupts.flatMap(\.causes).filter { $0.sequence == nil }.map {
      (SwiftName.member("serve-\($0.name.value)"), $0.name.value)
    }
  }

  private var hooks: String {
    guard !functions.isEmpty else {
      return """
        // The driver is generated from \(package.package).driver.yaml beside this file: there is nothing to write here yet.

        """
    }
    var text = """
      // What \(package.package).driver.yaml leaves to Swift: how each cause of an interrupt is served.
      //
      // SVD and device trees say nothing of it. With `status`, `acknowledge` and `causes` in the spec's `interrupts`, from the
      // manual, these functions get names and what they need to clear.

      extension \(driver)Driver {

      """
    for (index, function) in functions.enumerated() {
      text += """
        \(index == 0 ? "" : "\n")  /// Serves the cause `\(function.cause)`, and must clear it in the device.
          mutating func \(function.name)() {}

        """
    }
    return text + "}\n"
  }

  private var tests: String {
    """
    import DriverRuntime
    import Testing

    @testable import \(package.module)

    /// The generated driver on a fake of its device: the same registers, in their state after reset.
    struct \(package.type)Tests {
      @Test func theDriverStartsAndStops() throws {
        let device = \(driver).fake()
        var driver = \(driver)Driver(\(isThrowing ? "try " : "")\(driver)Resources(\(arguments)))
        try driver.probe()
        try driver.start()
        try driver.stop()
      }
    \(resets)}

    """
  }

  /// Whether the resources check what they are given.
  private var isThrowing: Bool { spec.parameters.contains { $0.range != nil } }

  private var arguments: String {
    let windows = spec.resources.filter { $0.window != nil }.map(\.name.value)
    return spec.resources.compactMap { resource in
      let name = SwiftName.member(resource.name.value)
      switch resource.kind {
      case .registers:
        // One fake stands for all of the device's windows.
        let index = windows.firstIndex(of: resource.name.value) ?? 0
        return "\(name): device\(windows.count > 1 ? ".region(\(index))" : "")"
      case .clock: return "\(name): 24_000_000"
      case .irq, .msi, .dma: return nil
      }
    }.joined(separator: ", ")
  }

  /// A test of some values after reset, where the spec states any that differ from 0.
  private var resets: String {
    let known = spec.registerMap.registers.filter { placed in
      placed.path.count == 1 && placed.dimensions.isEmpty && placed.register.isReadable
        && placed.register.resetMask == nil && placed.register.alternateOf == nil && placed.banks.isEmpty
        && placed.register.reset.map { $0.value != 0 } ?? false
    }.prefix(3)
    guard !known.isEmpty else { return "" }
    let expectations = known.map { placed in
      let reset = String(placed.register.reset?.value ?? 0, radix: 16)
      return "    #expect(device[\"\(placed.name)\"] == 0x\(reset))"
    }
    return """

        @Test func registersHaveTheirValuesAfterReset() {
          let device = \(driver).fake()
      \(expectations.joined(separator: "\n"))
        }

      """
  }

  private var readMe: String {
    """
    # \(package.package)

    A driver that [swift-dddk](https://github.com/swift-dddk/swift-dddk) generates from
    `Sources/\(package.package)/\(package.package).driver.yaml`, a spec made of \(origin).

    | command | what it does |
    | --- | --- |
    | `swift run dddk check` | shows the spec's mistakes, all at once |
    | `swift run dddk inspect Sources/\(package.package)/\(package.package).driver.yaml` | lists the registers |
    | `swift test` | runs the driver on this machine, on a fake of its device |

    What is left to do, from the manual: `status`, `acknowledge` and `causes` of the interrupts; the sequences `start` and
    `stop`; what the device is for others, its `class`. `Sources/\(package.package)/Hooks.swift` is the place for what a spec
    cannot say.

    """
  }
}
