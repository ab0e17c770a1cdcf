import Diagnostics
public import DriverSpec

/// The checked model for programs, flat and stable from version to version.
///
/// docs/inspect.md describes every member.
public enum InspectionJSON {
  /// The version of the shape; members may be added without another.
  public static let version = 1

  /// The whole device as one JSON object.
  ///
  /// - Parameters:
  ///   - spec: the device.
  ///   - write: takes the text, piece by piece; the last piece ends with a line break.
  public static func device(_ spec: CheckedDriverSpec, to write: (String) -> Void) {
    write(
      """
      {
        "version": \(version),
        "driver": \(string(spec.name.value)),
        "summary": \(optional(spec.summary?.value, string)),
        "blocks": \(list(spec.resources.compactMap(block), indent: "  ")),
        "registers": [
      """)
    let isComplete = registers(spec.registerMap, indent: "    ", to: write)
    write(
      """

        ],
        "truncated": \(!isComplete),
        "interrupts": \(list(interrupts(spec.spec), indent: "  "))
      }

      """)
  }

  /// The registers of a map as elements of a list, one a line, each line begun by a line break.
  ///
  /// - Parameters:
  ///   - map: the registers.
  ///   - base: the CPU's address of the map's only region, where it is known; each register then has an `address`.
  ///   - indent: what stands before each line.
  ///   - write: takes the text.
  /// - Returns: whether all are listed.
  @discardableResult
  public static func registers(
    _ map: RegisterMap, base: UInt64? = nil, indent: String, to write: (String) -> Void
  ) -> Bool {
    var isFirst = true
    var last: (place: PlacedRegister, members: String)?
    return map.forEachFlatRegister { flat in
      let common: String
      // All elements of an array have the same fields.
      if let last, last.place.path == flat.placed.path, last.place == flat.placed {
        common = last.members
      } else {
        common = members(of: flat.placed)
        last = (flat.placed, common)
      }
      let address = base.map { "\"address\": \($0 &+ flat.offset), " } ?? ""
      write(
        """
        \(isFirst ? "" : ",")
        \(indent){"block": \(optional(flat.placed.region, string)), "name": \(string(flat.name)), \
        \(address)"offset": \(flat.offset), \
        "index": [\(flat.indices.map(String.init).joined(separator: ", "))], \(common)}
        """)
      isFirst = false
    }
  }

  private static func block(_ resource: Resource) -> String? {
    guard let window = resource.window else { return nil }
    return """
      {"name": \(string(resource.name.value)), "size": \(window.size.value), "mmio": \(optional(window.mmio?.value, number)), \
      "port": \(optional(window.port?.value, number)), "bar": \(optional(window.bar?.value, number))}
      """
  }

  private static func members(of placed: PlacedRegister) -> String {
    let register = placed.register
    let fields = register.fields.map { field($0, of: register) }
    let banks = placed.banks.map { bank in
      let value =
        switch bank.value.value {
        case .number(let number): "\(number)"
        case .name(let name): string(name)
        }
      return "{\"field\": \(string(bank.field.name)), \"value\": \(value)}"
    }
    let isArray = !placed.dimensions.isEmpty
    return """
      "array": \(isArray ? string(placed.nameWithCounts) : "null"), "width": \(register.width.value), \
      \(access(register.access.value, register.readEffect?.value)), \
      "reset": \(optional(register.reset?.value, number)), "resetMask": \(optional(register.resetMask?.value, number)), \
      "byteOrder": \(string(placed.byteOrder.rawValue)), "when": [\(banks.joined(separator: ", "))], \
      "line": \(register.name.place.line), "summary": \(optional(register.summary?.value, string)), \
      "fields": [\(fields.joined(separator: ", "))]
      """
  }

  private static func field(_ field: Field, of register: Register) -> String {
    let ranges = field.bits.ranges.map { "{\"msb\": \($0.high), \"lsb\": \($0.low)}" }
    let values =
      field.values.map { value($0, "read-write") } + field.readValues.map { value($0, "read") }
      + field.writeValues.map { value($0, "write") }
    return """
      {"name": \(string(field.name.value)), "msb": \(field.bits.high), "lsb": \(field.bits.low), \
      "ranges": [\(ranges.joined(separator: ", "))], \
      \(access(register.access(of: field), register.readEffect(of: field))), \
      "signed": \(field.isSigned?.value ?? false), "fraction": \(field.fractionBits?.value ?? 0), \
      "unit": \(optional(field.quantity?.unit.value, string)), \
      "summary": \(optional(field.summary?.value, string)), "values": [\(values.joined(separator: ", "))]}
      """
  }

  private static func value(_ value: EnumeratedValue, _ use: String) -> String {
    let (bits, dontCare): (String, UInt64) =
      switch value.pattern.value {
      case .bits(let value, let dontCare): ("\(value)", dontCare)
      case .otherwise: ("null", 0)
      }
    return """
      {"name": \(string(value.name.value)), "value": \(bits), "dontCare": \(dontCare), "use": \(string(use)), \
      "summary": \(optional(value.summary?.value, string))}
      """
  }

  private static func access(_ access: Access, _ readEffect: ReadEffect?) -> String {
    let word = Access.words.first { $0.access == access }?.word ?? access.permission.rawValue
    let onWrite = access.writeEffect == .stores ? "null" : string(access.writeEffect.rawValue)
    return
      "\"access\": \(string(word)), \"onWrite\": \(onWrite), \"onRead\": \(optional(readEffect?.text, string))"
  }

  private static func interrupts(_ spec: DriverSpec) -> [String] {
    spec.resources.compactMap { resource in
      let (kind, number, trigger, isShared): (String, Int, String?, Bool)
      switch resource.kind {
      case .irq(let index, let named, let shared):
        (kind, number, trigger, isShared) =
          ("irq", index.value, named?.value.rawValue, shared?.value ?? false)
      case .msi(let index): (kind, number, trigger, isShared) = ("msi", index.value, nil, false)
      case .registers, .clock, .dma: return nil
      }
      let causes =
        spec.interrupts.first { $0.resource.value == resource.name.value }?.causes.map {
          string($0.name.value)
        } ?? []
      return """
        {"name": \(string(resource.name.value)), "number": \(number), "kind": \(string(kind)), \
        "trigger": \(optional(trigger, string)), "shared": \(isShared), \
        "causes": [\(causes.joined(separator: ", "))]}
        """
    }
  }

  private static func list(_ elements: [String], indent: String) -> String {
    guard !elements.isEmpty else { return "[]" }
    return "[\n\(elements.map { "\(indent)  \($0)" }.joined(separator: ",\n"))\n\(indent)]"
  }

  private static func optional<Value>(_ value: Value?, _ text: (Value) -> String) -> String {
    value.map(text) ?? "null"
  }

  private static func number(_ number: some BinaryInteger) -> String { "\(number)" }

  private static func string(_ text: String) -> String { DiagnosticJSON.string(text) }
}
