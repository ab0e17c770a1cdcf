import Diagnostics
import DriverSpec
import Foundation
import QEMU
import SpecReader

/// What a driver may do to its device by the word of its spec.
struct DeclaredAccess {
  private var registers: [Register]

  /// Reads the spec that the driver was generated from.
  init(specAt path: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let collector = DiagnosticCollector()
    let bytes = Array(try Data(contentsOf: root.appending(path: path)))
    guard let spec = SpecReader.read(bytes, into: collector).spec, !collector.hasErrors else {
      throw Unreadable(messages: collector.diagnostics.map(\.message))
    }
    registers = spec.registers.compactMap(\.register)
  }

  struct Unreadable: Error { var messages: [String] }

  /// What is wrong with an access: no register begins there, its width is another, or it is not read or written so.
  func violation(_ access: DeviceAccess, base: UInt64) -> String? {
    let offset = access.address &- base
    let text =
      "\(access.isWrite ? "write" : "read") of \(access.bytes) bytes at offset 0x\(String(offset, radix: 16))"
    let here = registers.filter { $0.offset.value == offset }
    guard !here.isEmpty else { return "\(text): no register is declared there" }
    let wide = here.filter { $0.width.value == 8 * access.bytes }
    guard !wide.isEmpty else { return "\(text): \(here[0].name.value) has \(here[0].width.value) bits" }
    let allowed = wide.contains { access.isWrite ? $0.access.isWritable : $0.access.isReadable }
    return allowed ? nil : "\(text): \(wide[0].name.value) is \(wide[0].access.value.text)"
  }
}
