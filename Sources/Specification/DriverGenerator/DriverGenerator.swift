public import DriverSpec

/// From a checked spec to the Swift source of its driver.
///
/// Two stages: a plan decides what is emitted and what it is called, rendering writes it down. The same spec
/// gives the same bytes, wherever and whenever it is generated.
public struct DriverGenerator {
  private let plan: DriverPlan

  /// Plans the driver of a spec.
  ///
  /// - Parameters:
  ///   - spec: A spec that every rule has passed.
  ///   - source: The file that it was read from.
  public init(_ spec: CheckedDriverSpec, from source: SpecFile) {
    plan = DriverPlan(spec, from: source)
  }

  /// The files of the driver's module.
  public var files: [GeneratedFile] {
    [
      GeneratedFile(.registers, of: plan.source, RegistersFile(plan).text),
      GeneratedFile(.driver, of: plan.source, DriverFile(plan).text),
      GeneratedFile(.fake, of: plan.source, FakeFile(plan).text),
      GeneratedFile(.component, of: plan.source, ComponentFile(plan).text),
    ]
  }
}

/// One file of generated Swift.
public struct GeneratedFile: Sendable, Equatable {
  /// What stands in it; the names of the files follow from the spec's alone, so that a build system knows them
  /// before anything is generated.
  public enum Part: String, Sendable, CaseIterable {
    /// What the manual says of the registers.
    case registers
    /// Resources, sequences, interrupts and the device's class.
    case driver
    /// The device without hardware, for tests.
    case fake
    /// Where the component starts.
    case component
  }

  /// The file's name, without a folder.
  public let name: String
  /// Swift source.
  public let text: String

  init(_ part: Part, of source: SpecFile, _ text: String) {
    name = Self.name(of: part, forSpec: source.name)
    self.text = text
  }

  /// The name of a file, from the spec's.
  ///
  /// - Parameters:
  ///   - part: What stands in the file.
  ///   - spec: The name of the spec's file, without a folder: `pl011.driver.yaml`.
  /// - Returns: `pl011.registers.swift`.
  public static func name(of part: Part, forSpec spec: String) -> String {
    "\(SpecFile.stem(of: spec)).\(part.rawValue).swift"
  }
}
