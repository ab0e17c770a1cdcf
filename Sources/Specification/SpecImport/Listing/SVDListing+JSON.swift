import Diagnostics

// The shape is that of `dddk inspect --format json`, by peripheral: docs/import.md describes every member.
extension SVDListing {
  /// The list as one JSON object, a register a line.
  public var json: String {
    var json = JSONText()
    json.text("{\n  \"version\": 1,\n  \"device\": ")
    json.string(device)
    json.text(",\n  \"peripherals\": [")
    for (index, peripheral) in peripherals.enumerated() {
      json.text(index == 0 ? "\n" : ",\n")
      write(peripheral, to: &json)
    }
    json.text("\n  ]\n}\n")
    return json.result
  }

  private func write(_ peripheral: Peripheral, to json: inout JSONText) {
    json.text("    {\"name\": ")
    json.string(peripheral.name)
    json.member("address", peripheral.address)
    json.member("group", peripheral.group)
    json.member("derivedFrom", peripheral.derivedFrom)
    json.member("summary", peripheral.summary)
    json.text(",\n      \"interrupts\": [")
    for (index, interrupt) in peripheral.interrupts.enumerated() {
      json.text(index == 0 ? "{\"name\": " : ", {\"name\": ")
      json.string(interrupt.name)
      json.member("number", interrupt.number)
      json.member("summary", interrupt.summary)
      json.text("}")
    }
    json.text("],\n      \"registers\": [")
    for (index, register) in peripheral.registers.enumerated() {
      json.text(index == 0 ? "\n" : ",\n")
      write(register, block: peripheral.name, to: &json)
    }
    json.text(peripheral.registers.isEmpty ? "]}" : "\n      ]}")
  }

  private func write(_ register: Register, block: String, to json: inout JSONText) {
    json.text("        {\"block\": ")
    json.string(block)
    json.member("name", register.name)
    json.member("address", register.address)
    json.member("offset", register.offset)
    json.text(", \"index\": [")
    for (position, index) in register.indices.enumerated() {
      if position > 0 { json.text(", ") }
      json.number(UInt64(index))
    }
    json.text("]")
    json.member("array", register.array)
    json.member("width", register.width)
    json.member("access", register.access)
    json.member("onWrite", register.writeEffect)
    json.member("onRead", register.readEffect)
    json.member("reset", register.reset)
    json.member("resetMask", register.resetMask)
    json.member("line", UInt64(register.line))
    json.member("summary", register.summary)
    json.text(", \"fields\": [")
    for (index, field) in register.fields.enumerated() {
      json.text(index == 0 ? "{\"name\": " : ", {\"name\": ")
      json.string(field.name)
      json.member("msb", UInt64(field.msb))
      json.member("lsb", UInt64(field.lsb))
      json.member("access", field.access)
      json.member("onWrite", field.writeEffect)
      json.member("onRead", field.readEffect)
      json.member("summary", field.summary)
      json.text(", \"values\": [")
      for (index, value) in field.values.enumerated() {
        json.text(index == 0 ? "{\"name\": " : ", {\"name\": ")
        json.string(value.name)
        json.member("value", value.value)
        json.member("dontCare", value.anyBits)
        json.member("use", value.usage)
        json.member("summary", value.summary)
        json.text("}")
      }
      json.text("]}")
    }
    json.text("]}")
  }
}
