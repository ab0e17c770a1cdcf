public import Diagnostics

/// Judges a system file against the drivers' specs and the board's device tree, before anything boots.
public enum SystemCheck {
  /// Reads and judges a system file, and tells all its mistakes in one go.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, which may be anything at all.
  ///   - catalogue: what the file can name.
  ///   - devices: of the board that the file names; `nil` where its tree is not at hand, and then nothing is checked
  ///     against it and no system comes back.
  ///   - collector: takes what is wrong.
  /// - Returns: the system, or `nil` where the file is refused.
  public static func check(
    _ bytes: [UInt8], _ catalogue: SystemCatalogue, devices: BoardDevices?,
    into collector: DiagnosticCollector
  ) -> CheckedSystem? {
    let read = SystemReader.read(bytes, into: collector)
    guard let spec = read.spec else { return nil }
    return check(spec, unread: read.unread, catalogue, devices: devices, into: collector)
  }

  /// Judges a system as far as it could be read.
  ///
  /// - Parameters:
  ///   - spec: the system.
  ///   - unread: components that the file declares and `spec` does not hold.
  ///   - catalogue: what the file can name.
  ///   - devices: of the board; see `check(_:_:devices:into:)`.
  ///   - collector: takes what is wrong.
  /// - Returns: the system, or `nil` where it is refused.
  public static func check(
    _ spec: SystemSpec, unread: Set<String> = [], _ catalogue: SystemCatalogue, devices: BoardDevices?,
    into collector: DiagnosticCollector
  ) -> CheckedSystem? {
    let assignments = devices.map { DeviceAssignments(spec, catalogue, $0, into: collector) }
    let judged = JudgedSystem(
      spec: spec, unread: unread, catalogue: catalogue, assignments: assignments?.devices ?? [:],
      collector: collector)
    boardsAreKnown(judged)
    namesAreUsable(judged)
    programsAreKnown(judged)
    prioritiesAreBelowTheRootTask(judged)
    stacksAreInRange(judged)
    parametersAreTheDrivers(judged)
    portsAreConnected(judged)
    usesNameServers(judged)
    usesHaveNoCycle(judged)
    ringsArePowersOfTwo(judged)
    countsAreWithinTheManifest(judged)
    devicesAreTakenOnce(judged)
    devicesHaveWhatDriversNeed(judged)
    devicePropertiesFitTheirParameters(judged)
    regionsShareNoPage(judged)
    interruptsAreTakenOnce(judged)
    guard !collector.hasErrors, devices != nil else { return nil }
    return CheckedSystem(afterEveryRule: judged)
  }
}

/// A system under judgement: what each rule looks at.
struct JudgedSystem {
  let spec: SystemSpec
  /// Components that are declared and could not be read.
  let unread: Set<String>
  let catalogue: SystemCatalogue
  /// The device of each driver component, by the component's name, as far as one was found.
  let assignments: [String: BoardDevice]
  let collector: DiagnosticCollector

  /// Reports an error.
  func refuse(
    _ code: DiagnosticCode, _ message: String, at place: SourcePlace, notes: [Diagnostic.Note] = [],
    fix: String? = nil
  ) {
    collector.add(Diagnostic(code, message, at: place, notes: notes, fix: fix))
  }

  /// The driver that runs in a component, where it is one and is known.
  func driver(of component: SystemComponent) -> SystemDriver? {
    guard case .driver(let name, _) = component.role else { return nil }
    return catalogue.driver(named: name.value)
  }

  /// The program that runs in a component, where it is one and is known.
  func program(of component: SystemComponent) -> SystemProgram? {
    guard case .program(let name) = component.role else { return nil }
    return catalogue.program(named: name.value)
  }

  /// Where a component says its device, or else itself.
  func devicePlace(of component: SystemComponent) -> SourcePlace {
    if case .driver(_, let device?) = component.role { return device.place }
    return component.name.place
  }

  /// The driver components whose driver is known and whose device was found, in source order.
  var assigned: [(component: SystemComponent, driver: SystemDriver, device: BoardDevice)] {
    spec.components.compactMap { component in
      guard let driver = driver(of: component), let device = assignments[component.name.value] else {
        return nil
      }
      return (component, driver, device)
    }
  }
}
