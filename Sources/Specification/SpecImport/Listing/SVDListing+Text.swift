extension SVDListing {
  /// The list for people: a line for each register, by peripheral.
  public var text: String {
    var text = ""
    for peripheral in peripherals {
      let summary = peripheral.summary.map { "  \($0)" } ?? ""
      text += "\(peripheral.name) at \(hexadecimal(peripheral.address, digits: 8))\(summary)\n"
      for interrupt in peripheral.interrupts {
        text += "  interrupt \(interrupt.number)  \(interrupt.name)\n"
      }
      let nameWidth = peripheral.registers.map { $0.name.utf8.count }.max() ?? 0
      let accessWidth = peripheral.registers.map { $0.access.utf8.count }.max() ?? 0
      for register in peripheral.registers {
        let reset = register.reset.map { hexadecimal($0, digits: 1) } ?? "-"
        let line =
          "  \(hexadecimal(register.address, digits: 8))  \(padded("\(register.width)", 2, atStart: true))"
          + "  \(padded(register.access, accessWidth))  \(padded(reset, 10))  \(padded(register.name, nameWidth))"
          + "  \(register.summary ?? "")"
        text += line.trimmedAtEnd + "\n"
      }
    }
    return text
  }

  private func hexadecimal(_ number: UInt64, digits: Int) -> String {
    "0x" + padded(String(number, radix: 16), digits, with: "0", atStart: true)
  }
}

extension TreeListing {
  /// The list for people: each node, and its addresses and interrupts below it.
  public var text: String {
    var text = ""
    for node in nodes {
      let compatible = node.compatible.isEmpty ? "" : "  \(node.compatible.joined(separator: ", "))"
      text += "\(node.path)\(node.status == "okay" ? "" : "  [\(node.status)]")\(compatible)\n"
      for region in node.regions {
        if let found = region.region {
          text += "  0x\(String(found.address, radix: 16)), 0x\(String(found.size, radix: 16)) bytes\n"
        } else {
          text += "  0x\(String(region.busAddress, radix: 16)) on its bus; not for the processor\n"
        }
      }
      for interrupt in node.interrupts {
        text +=
          "  interrupt \(interrupt.cells.map(String.init).joined(separator: " ")) at \(interrupt.controller)\n"
      }
    }
    return text
  }
}

/// The text, filled up to a width.
func padded(_ text: String, _ width: Int, with filling: Character = " ", atStart: Bool = false) -> String {
  let missing = String(repeating: filling, count: max(0, width - text.unicodeScalars.count))
  return atStart ? missing + text : text + missing
}

extension String {
  /// Without blanks at its end.
  var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
