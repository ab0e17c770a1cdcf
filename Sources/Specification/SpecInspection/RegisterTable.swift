public import DriverSpec

/// The registers of a device as a table for people: one line for each, arrays in one.
public enum RegisterTable {
  /// The table's lines, columns aligned, with its heading first.
  ///
  /// - Parameter spec: the device.
  /// - Returns: at least the heading.
  public static func lines(_ spec: CheckedDriverSpec) -> [String] {
    let hasRegions = Set(spec.registerMap.registers.map(\.region)).count > 1
    var rows = [["offset", "bits", "access", "reset", "name", ""]]
    var region: String??
    var headings: [Int: String] = [:]
    for placed in spec.registerMap.registers {
      if hasRegions, region != .some(placed.region) {
        headings[rows.count] = placed.region ?? ""
        region = placed.region
      }
      let register = placed.register
      let steps = placed.dimensions.map { " +0x" + String($0.stride.value, radix: 16) }.joined()
      rows.append([
        hexadecimal(placed.offset, digits: 3) + steps, "\(register.width.value)", register.access.value.text,
        register.reset.map { hexadecimal($0.value, digits: 1) } ?? "-",
        placed.nameWithCounts + placed.banks.map { " when \(text(of: $0))" }.joined(),
        register.summary?.value ?? "",
      ])
    }
    var lines: [String] = []
    let widths = (0..<6).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for (index, row) in rows.enumerated() {
      if let heading = headings[index] { lines.append("\(heading):") }
      var line = ""
      for (column, text) in row.enumerated() {
        let blank = String(repeating: " ", count: widths[column] - text.count)
        // Numbers of bits stand under each other.
        line += column == 1 ? blank + text : text + blank
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    return lines
  }

  /// `LCR.DLAB == 1`.
  static func text(of bank: Bank) -> String {
    switch bank.value.value {
    case .number(let number): "\(bank.field.name) == \(number)"
    case .name(let name): "\(bank.field.name) == \(name)"
    }
  }
}

/// The number with at least so many digits, as addresses are read.
func hexadecimal(_ number: UInt64, digits: Int = 1) -> String {
  let text = String(number, radix: 16)
  return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
}
