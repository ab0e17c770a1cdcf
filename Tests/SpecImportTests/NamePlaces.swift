import Diagnostics
import DriverSpec

/// Every name of a spec with its place in the file, in the order of the model.
enum NamePlaces {
  static func of(_ spec: DriverSpec) -> [String] {
    var lines: [String] = []
    func add(_ name: Located<String>, _ path: String) {
      lines.append("\(path)\(name.value) \(name.place.line):\(name.place.column)+\(name.place.length)")
    }
    func add(_ waivers: [Waiver], _ path: String) {
      for waiver in waivers { add(waiver.code, "\(path)waive ") }
    }
    func add(_ items: [RegisterItem], _ path: String) {
      for item in items {
        switch item {
        case .register(let register):
          let inner = "\(path)\(register.name.value)."
          add(register.name, path)
          add(register.waivers, inner)
          for field in register.fields {
            add(field.name, inner)
            add(field.waivers, "\(inner)\(field.name.value).")
            for (index, values) in [field.values, field.readValues, field.writeValues].enumerated() {
              for value in values { add(value.name, "\(inner)\(field.name.value).\(index).") }
            }
          }
        case .block(let block):
          add(block.name, path)
          add(block.waivers, "\(path)\(block.name.value).")
          if case .inline(let inner) = block.content { add(inner, "\(path)\(block.name.value).") }
        }
      }
    }
    add(spec.name, "driver ")
    for resource in spec.resources { add(resource.name, "resource ") }
    add(spec.registers, "")
    for interrupt in spec.interrupts {
      add(interrupt.resource, "interrupt ")
      for cause in interrupt.causes { add(cause.name, "cause ") }
    }
    return lines
  }

  /// The first two that differ, for a message.
  static func difference(_ wanted: DriverSpec, _ got: DriverSpec) -> String? {
    let (wanted, got) = (of(wanted), of(got))
    if wanted == got { return nil }
    let first = zip(wanted, got).first { $0 != $1 }
    return first.map { "\($0) was taken for \($1)" } ?? "\(wanted.count) names were taken for \(got.count)"
  }
}
