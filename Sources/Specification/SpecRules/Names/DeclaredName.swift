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
    func add(_ register: Register, _ kind: String, _ scope: String) {
      add(register.name, kind, scope)
      for field in register.fields {
        add(field.name, "field", "field of \(scope) \(register.name.value)")
        let lists = [field.values, field.readValues, field.writeValues]
        for (index, values) in lists.enumerated() {
          for value in values {
            add(value.name, "value", "value \(index) of \(scope) \(register.name.value).\(field.name.value)")
          }
        }
      }
    }
    func add(_ items: [RegisterItem], _ scope: String) {
      for item in items {
        switch item {
        case .register(let register): add(register, "register", scope)
        case .block(let block):
          add(block.name, "block", scope)
          if case .inline(let inner) = block.content { add(inner, "\(scope).\(block.name.value)") }
        }
      }
    }
    add(spec.registers, "register")
    for block in spec.blocks {
      add(block.name, "shared block", "shared block")
      add(block.items, "block \(block.name.value)")
    }
    for lock in spec.locks { add(lock.name, "lock", "lock") }
    for descriptor in spec.descriptors {
      add(descriptor.name, "descriptor", "descriptor")
      for word in descriptor.words { add(word, "word", "word of \(descriptor.name.value)") }
    }
    for ring in spec.rings { add(ring.name, "ring", "value") }
    // A class binding names a cause without its interrupt.
    for interrupt in spec.interrupts {
      for cause in interrupt.causes { add(cause.name, "cause", "cause") }
    }
    // Both become functions.
    for sequence in spec.sequences {
      add(sequence.name, "sequence", "function")
      for parameter in sequence.parameters {
        add(parameter.name, "parameter", "parameter of \(sequence.name.value)")
      }
    }
    for hook in spec.hooks { add(hook.name, "hook", "function") }
    // A cause that no class serves is served by a function of the author's.
    let served = [spec.serial?.transmit.cause.value, spec.serial?.receive.cause.value]
    for interrupt in spec.interrupts {
      for cause in interrupt.causes where !served.contains(cause.name.value) && cause.sequence == nil {
        add(cause.name.map { "serve-\($0)" }, "function", "function")
      }
    }
    return names
  }
}
