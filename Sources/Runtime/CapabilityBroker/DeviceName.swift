import SystemManifest

/// A device's path, or a driver's first compatible string, as evidence of an error.
public struct DeviceName: Sendable {
  /// The longest name that is kept whole, in bytes.
  public static let capacity = 64

  /// The name's first bytes.
  public private(set) var bytes = InlineArray<64, UInt8>(repeating: 0)
  /// How many of them count.
  public private(set) var count = 0

  /// The first bytes of a manifest's text.
  init(_ text: ManifestText) {
    while count < min(text.count, Self.capacity) {
      bytes[count] = text[count]
      count += 1
    }
  }
}
