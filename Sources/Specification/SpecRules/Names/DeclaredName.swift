import Diagnostics
import DriverSpec

/// A name that the spec declares, and what for.
struct DeclaredName {
  var name: Located<String>
  /// What it names, in the words of messages.
  var kind: String
  /// Names of one scope must differ.
  var scope: String

  /// Every name that becomes a name in Swift, in the order of the model.
  static func all(of spec: DriverSpec) -> [DeclaredName] {
    var names = [DeclaredName(name: spec.name, kind: "driver", scope: "driver")]
    func add(_ name: Located<String>, _ kind: String, _ scope: String) {
      names.append(DeclaredName(name: name, kind: kind, scope: scope))
    }
    // Sequences speak of clocks and parameters alike.
    for resource in spec.resources { add(resource.name, "resource", "value") }
    for parameter in spec.parameters { add(parameter.name, "parameter", "value") }
    for register in spec.registers.compactMap(\.register) {
      add(register.name, "register", "register")
      for field in register.fields {
        add(field.name, "field", "field of \(register.name.value)")
        for value in field.values {
          add(value.name, "value", "value of \(register.name.value).\(field.name.value)")
        }
      }
    }
    // A class binding names a cause without its interrupt.
    for interrupt in spec.interrupts {
      for cause in interrupt.causes { add(cause.name, "cause", "cause") }
    }
    // Both become functions.
    for sequence in spec.sequences { add(sequence.name, "sequence", "function") }
    for hook in spec.hooks { add(hook.name, "hook", "function") }
    // A cause that no class serves is served by a function of the author's.
    let served = [spec.serial?.transmit.cause.value, spec.serial?.receive.cause.value]
    for interrupt in spec.interrupts {
      for cause in interrupt.causes where !served.contains(cause.name.value) {
        add(cause.name.map { "serve-\($0)" }, "function", "function")
      }
    }
    return names
  }
}
