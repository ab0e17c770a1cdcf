public import Diagnostics

/// A CMSIS-SVD file that has been read: the description of a chip's peripherals and their registers.
public struct SVDFile {
  let document: XMLDocument
  let device: SVDDevice
  let account: ImportAccount
  /// Peripherals by their elements.
  let peripherals: [XMLDocument.Element: SVDPeripheral]

  /// Reads a file and follows every derivation in it.
  ///
  /// - Parameters:
  ///   - bytes: the file, which may be anything at all.
  ///   - collector: gets all that is wrong with it.
  /// - Returns: the file, or `nil` where it is no SVD; with errors in the collector it may lack parts.
  public static func read(_ bytes: [UInt8], into collector: DiagnosticCollector) -> SVDFile? {
    let document: XMLDocument
    do {
      document = try XMLReader.read(bytes, known: SVDTag.names)
    } catch {
      collector.add(error.diagnostic)
      return nil
    }
    let account = ImportAccount(count: document.count)
    let decoder = SVDDecoder(document: document, collector: collector, account: account)
    guard let device = decoder.device() else { return nil }
    SVDResolver(document: document, device: device, collector: collector).resolve()
    let peripherals = Dictionary(device.peripherals.map { ($0.element, $0) }) { first, _ in first }
    return SVDFile(document: document, device: device, account: account, peripherals: peripherals)
  }

  /// The chip's name.
  public var name: String { device.name?.value ?? "" }

  /// The names of its peripherals, those of arrays each by itself, in source order.
  public var peripheralNames: [String] { device.peripherals.flatMap { names(of: $0) } }

  /// The names of a peripheral: one, or one for each element of an array.
  func names(of peripheral: SVDPeripheral) -> [String] {
    guard let array = peripheral.array else { return [peripheral.name.value] }
    return array.labels.map { SVDName.element(peripheral.name.value, label: $0) }
  }
}
