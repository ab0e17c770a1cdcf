import Diagnostics
import DriverSpec

/// A name that the spec declares, and what for.
struct DeclaredName {
  var name: Located<String>
  /// What it names, in the words of messages.
  var kind: String
  /// Names of one scope must differ.
  var scope: Scope

  /// Where a name must be the only one: a number for each mapping of the spec.
  struct Scope: Hashable {
    private var number: Int

    static let driver = Self(number: 0)
    /// Resources, parameters and rings: sequences speak of clocks and parameters alike.
    static let values = Self(number: 1)
    static let sharedBlocks = Self(number: 2)
    static let locks = Self(number: 3)
    static let descriptors = Self(number: 4)
    static let causes = Self(number: 5)
    /// Sequences and hooks both become functions.
    static let functions = Self(number: 6)

    /// A scope of its own, after the last that was made.
    static func next(_ last: inout Self) -> Self {
      last.number += 1
      return last
    }
  }

  /// Every name that becomes a name in Swift, in the order of the model.
  static func all(of spec: DriverSpec) -> [DeclaredName] {
    var names = [DeclaredName(name: spec.name, kind: "driver", scope: .driver)]
    var last = Scope.functions
    func add(_ name: Located<String>, _ kind: String, _ scope: Scope) {
      names.append(DeclaredName(name: name, kind: kind, scope: scope))
    }
    for resource in spec.resources { add(resource.name, "resource", .values) }
    for parameter in spec.parameters { add(parameter.name, "parameter", .values) }
    func add(_ values: [EnumeratedValue]) {
      guard !values.isEmpty else { return }
      let scope = Scope.next(&last)
      for value in values { add(value.name, "value", scope) }
    }
    func add(_ register: Register, _ kind: String, _ scope: Scope) {
      add(register.name, kind, scope)
      let fields = Scope.next(&last)
      for field in register.fields {
        add(field.name, "field", fields)
        add(field.values)
        add(field.readValues)
        add(field.writeValues)
      }
    }
    func add(_ items: [RegisterItem]) {
      let scope = Scope.next(&last)
      for item in items {
        switch item {
        case .register(let register): add(register, "register", scope)
        case .block(let block):
          add(block.name, "block", scope)
          if case .inline(let inner) = block.content { add(inner) }
        }
      }
    }
    add(spec.registers)
    for block in spec.blocks {
      add(block.name, "shared block", .sharedBlocks)
      add(block.items)
    }
    for lock in spec.locks { add(lock.name, "lock", .locks) }
    for descriptor in spec.descriptors {
      add(descriptor.name, "descriptor", .descriptors)
      let scope = Scope.next(&last)
      for word in descriptor.words { add(word, "word", scope) }
    }
    for ring in spec.rings { add(ring.name, "ring", .values) }
    // A class binding names a cause without its interrupt.
    for interrupt in spec.interrupts {
      for cause in interrupt.causes { add(cause.name, "cause", .causes) }
    }
    for sequence in spec.sequences {
      add(sequence.name, "sequence", .functions)
      let scope = Scope.next(&last)
      for parameter in sequence.parameters { add(parameter.name, "parameter", scope) }
    }
    for hook in spec.hooks { add(hook.name, "hook", .functions) }
    // A cause that no class serves is served by a function of the author's.
    let served = [spec.serial?.transmit.cause.value, spec.serial?.receive.cause.value]
    for interrupt in spec.interrupts {
      for cause in interrupt.causes where !served.contains(cause.name.value) && cause.sequence == nil {
        add(cause.name.map { "serve-\($0)" }, "function", .functions)
      }
    }
    return names
  }
}
