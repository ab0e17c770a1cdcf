import Diagnostics
public import DriverSpec

/// A spec that was made of a peripheral.
public struct ImportedSpec: Sendable {
  /// The peripheral's name in the file.
  public let peripheral: String
  /// The spec; every value of it has the place of the file that says it.
  public let spec: DriverSpec
  /// What the file says of the chip and of the device's place on it: a comment at the head of the spec.
  public let head: [String]
  /// What the spec does not say as the file does.
  public let notes: [ImportNote]
  /// The spec as a file: YAML with its head.
  public let bytes: [UInt8]
  private let namePlaces: [SourcePlace]

  init(peripheral: String, spec: DriverSpec, head: [String], notes: [ImportNote]) {
    self.peripheral = peripheral
    self.spec = spec
    self.head = head
    self.notes = notes
    let layout = SpecText(spec).layout(head: head)
    bytes = layout.bytes
    namePlaces = layout.namePlaces
  }

  /// The file's text.
  public var yaml: String { String(decoding: bytes, as: UTF8.self) }
  /// The name of that file: `uart0.driver.yaml`.
  public var fileName: String { "\(spec.name.value.lowercased()).driver.yaml" }

  /// The spec as it reads back from ``bytes``: the same, but that its names have their places there.
  ///
  /// Whoever judges it or makes a driver of it need not read it; other values than names keep the places of the
  /// file that the spec was made of.
  public var written: DriverSpec {
    var placing = NamePlacing(namePlaces)
    return placing.placed(spec)
  }
}
