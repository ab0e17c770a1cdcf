import FirmwareSDK

/// A program of the target: which package's product it is, and what it is built as.
struct FirmwareProgram: Hashable {
  /// The root folder of the package that holds it.
  let package: String
  /// The name of its executable product.
  let product: String
  /// What it is built as.
  let role: FirmwareRole
  /// Whether SwiftPM's plugin generates it from a spec.
  var usesPlugin = false
}
