import Foundation

/// The line of the PL011's spec that holds a text first: what errors cite.
func line(_ text: String) -> Int {
  let spec = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("DriverSpecs/serial/pl011.driver.yaml")
  let lines = ((try? String(contentsOf: spec, encoding: .utf8)) ?? "").split(
    separator: "\n", omittingEmptySubsequences: false)
  return (lines.firstIndex { $0.contains(text) } ?? -2) + 1
}
