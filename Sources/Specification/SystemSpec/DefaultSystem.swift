/// The system of a package that says none: its driver and the console.
public enum DefaultSystem {
  /// The path that diagnostics show for it.
  public static let path = "default system"

  /// The file that such a package could have written; it is read and checked like any other.
  ///
  /// - Parameters:
  ///   - driver: the driver's name in its spec.
  ///   - board: the board to run on.
  ///   - device: the path of the device, where the driver shall not take the only one that fits.
  /// - Returns: the text.
  public static func text(driver: String, board: String, device: String? = nil) -> String {
    let path = device.map { ", device: \($0)" } ?? ""
    return """
      board: \(board)
      components:
        serial:  {driver: \(driver)\(path), priority: 200}
        console: {program: Console, uses: {port: serial}, priority: 100}

      """
  }
}
