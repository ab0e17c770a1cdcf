extension ScriptedConsole {
  /// Has the guest's console measure, and types what it asks for: interrupts take somebody who types.
  ///
  /// - Parameter prompt: what the console says when it listens, as it does now.
  /// - Returns: what it said, with a line `bench NAME NUMBER` for each figure.
  /// - Throws: the guest's last words where it asks for nothing more.
  public func bench(until prompt: String) throws(QEMUError) -> String {
    type("bench\r")
    try wait(for: "bench\r\n", within: .seconds(30))
    var text = ""
    // A key whenever one is asked for.
    repeat {
      text += try wait(for: " more)\r\n", within: .seconds(120))
      type(" ")
    } while !text.hasSuffix("(0 more)\r\n")
    text += try wait(for: "type 8192 bytes\r\n", within: .seconds(120))
    type(String(repeating: "-", count: 8192))
    return try text + wait(for: prompt, within: .seconds(300))
  }
}
