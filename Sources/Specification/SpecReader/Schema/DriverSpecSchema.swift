/// The JSON Schema of driver specs, for editors: draft 2020-12.
///
/// Written from the tables that the decoder takes its keys from. It knows the shape of a spec: keys, what each takes,
/// which words there are. What a step says, and what the rules judge, it does not know.
public enum DriverSpecSchema {
  /// The schema, as docs/driver-spec.schema.json holds it.
  public static let text = schema.written() + "\n"

  private static var schema: SchemaValue {
    let spec = SpecShapes.spec
    let definitions =
      SpecShapes.all.dropFirst().map { ($0.name, mapping($0)) } + [
        ("steps", steps), ("with-width", withWidth),
      ]
    return .object(
      [
        ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", .text("urn:swift-dddk:driver-spec:1")), ("title", .text("A driver spec of swift-dddk")),
      ] + members(spec) + [("$defs", .object(definitions))])
  }

  // MARK: Mappings

  private static func mapping(_ shape: MappingShape) -> SchemaValue { .object(members(shape)) }

  private static func members(_ shape: MappingShape) -> [(String, SchemaValue)] {
    var members: [(String, SchemaValue)] = [
      ("description", .text(shape.summary)), ("type", .text("object")),
      ("additionalProperties", .flag(false)),
    ]
    let needed = shape.keys.filter(\.isNeeded).map(\.name)
    if !needed.isEmpty { members.append(("required", .texts(needed))) }
    var conditions = shape.oneNeeded.map { keys in
      SchemaValue.object([("anyOf", .array(keys.map { .object([("required", .texts([$0]))]) }))])
    }
    conditions += shape.exclusive.map { first, second in
      .object([("not", .object([("required", .texts([first, second]))]))])
    }
    if shape.name == "register" {
      // Only a field of a register that is like another may leave out its bits.
      conditions.append(
        .object([
          ("if", .object([("not", .object([("required", .texts(["like"]))]))])), ("then", fieldsWithBits),
        ]))
    }
    if shape.name == "word" { conditions.append(fieldsWithBits) }
    if shape.name == "field" { conditions.append(unitSaid) }
    if shape.name == "spec" { conditions.append(widthsSaid) }
    if shape.name == "interrupt" { conditions.append(soleCause) }
    if !conditions.isEmpty { members.append(("allOf", .array(conditions))) }
    if !shape.dependent.isEmpty {
      var dependent: [(String, SchemaValue)] = []
      for (key, other) in shape.dependent { dependent.append((key, .texts([other]))) }
      members.append(("dependentRequired", .object(dependent)))
    }
    members.append(("properties", .object(shape.keys.map { ($0.name, property($0)) })))
    return members
  }

  private static var fieldsWithBits: SchemaValue {
    let field = SchemaValue.object([
      ("if", .object([("type", .text("object"))])), ("then", .object([("required", .texts(["bits"]))])),
    ])
    return .object([("properties", .object([("fields", .object([("additionalProperties", field)]))]))])
  }

  /// A field with bits of its own takes no unit from another.
  private static var unitSaid: SchemaValue {
    let unit = SchemaValue.object(["scale", "offset", "divides"].map { ($0, .texts(["unit"])) })
    return .object([
      ("if", .object([("required", .texts(["bits"]))])), ("then", .object([("dependentRequired", unit)])),
    ])
  }

  /// Without `register-width`, each register says its own.
  private static var widthsSaid: SchemaValue {
    let registers = SchemaValue.object([("additionalProperties", reference("with-width"))])
    let inBlocks = SchemaValue.object([("properties", .object([("registers", registers)]))])
    let words = SchemaValue.object([("additionalProperties", .object([("required", .texts(["width"]))]))])
    let inDescriptors = SchemaValue.object([("properties", .object([("words", words)]))])
    return .object([
      ("if", .object([("not", .object([("required", .texts(["register-width"]))]))])),
      (
        "then",
        .object([
          (
            "properties",
            .object([
              ("registers", registers), ("blocks", .object([("additionalProperties", inBlocks)])),
              ("descriptors", .object([("additionalProperties", inDescriptors)])),
            ])
          )
        ])
      ),
    ])
  }

  private static var withWidth: SchemaValue {
    let inner = SchemaValue.object([("additionalProperties", reference("with-width"))])
    return .object([
      ("description", .text("A register that says its width, or a block of such.")),
      ("if", .object([("required", .texts(["registers"]))])),
      ("then", .object([("properties", .object([("registers", inner)]))])),
      (
        "else",
        .object([
          ("anyOf", .array(["width", "like", "block"].map { .object([("required", .texts([$0]))]) }))
        ])
      ),
    ])
  }

  /// Without a status register there is but one cause, and it is always pending.
  private static var soleCause: SchemaValue {
    let always = SchemaValue.object([("const", .text("always"))])
    let cause = anyOf([
      always, .object([("type", .text("object")), ("properties", .object([("when", always)]))]),
    ])
    let causes = SchemaValue.object([("maxProperties", .number(1)), ("additionalProperties", cause)])
    return .object([
      ("if", .object([("not", .object([("required", .texts(["status"]))]))])),
      ("then", .object([("properties", .object([("causes", causes)]))])),
    ])
  }

  private static func property(_ key: MappingShape.Key) -> SchemaValue {
    guard case .object(let members) = value(key.value) else { return value(key.value) }
    return .object([("description", .text(key.summary))] + members)
  }

  // MARK: Values

  private static func value(_ shape: ValueShape) -> SchemaValue {
    switch shape {
    case .number(let least, let limit):
      var whole: [(String, SchemaValue)] = [("type", .text("integer")), ("minimum", .number(least))]
      if limit != .max { whole.append(("maximum", .number(limit))) }
      return anyOf([.object(whole), pattern("^(\(number))$")])
    case .signedNumber: return anyOf([type("integer"), pattern("^-?(\(number))$")])
    case .ratio: return anyOf([type("integer"), pattern("^ *-?(\(number)) *(/ *-?(\(number)) *)?$")])
    case .flag: return type("boolean")
    case .text, .name: return .object([("type", .texts(["string", "number", "boolean"]))])
    case .range: return pattern("^ *(\(number)) *\\.\\.\\. *(\(number)) *$")
    case .bits:
      return anyOf([.object([("type", .text("integer")), ("minimum", .number(0))]), pattern(bits)])
    case .word(let words):
      return .object([
        ("enum", .array(words.flatMap { [.text($0)] + (UInt64($0).map { [.number($0)] } ?? []) }))
      ])
    case .reference: return pattern("^ *\(element)( *\\. *\(element))* *$")
    case .pattern:
      return anyOf([
        .object([("type", .text("integer")), ("minimum", .number(0))]),
        pattern("^(\(number)|0b[01x_]+|default)$"),
      ])
    case .phrase: return .object([("type", .texts(["string", "integer"]))])
    case .constant(let number): return .object([("const", .number(UInt64(number)))])
    case .list(let item, let least): return list(value(item), least: least)
    case .oneOrMore(let item): return anyOf([value(item), list(value(item), least: 1)])
    case .named(let inner):
      return .object([("type", .text("object")), ("additionalProperties", value(inner))])
    case .byBits(let inner):
      return .object([
        ("type", .text("object")), ("propertyNames", .object([("pattern", .text(bits))])),
        ("additionalProperties", value(inner)),
      ])
    case .nothing: return type("null")
    case .mapping(let name): return reference(name)
    case .registerItem:
      // Each with its own message, where `anyOf` would say no more than that none fits.
      return .object([
        ("if", .object([("required", .texts(["registers"]))])), ("then", reference("block")),
        (
          "else",
          .object([
            ("if", .object([("required", .texts(["block"]))])), ("then", reference("shared-block")),
            ("else", reference("register")),
          ])
        ),
      ])
    case .steps(let least):
      return least == 0
        ? reference("steps")
        : .object([("$ref", .text("#/$defs/steps")), ("minItems", .number(UInt64(least)))])
    case .anyOf(let shapes): return anyOf(shapes.map(value))
    }
  }

  private static var steps: SchemaValue {
    let below = value(.steps(least: 1))
    let step = SchemaValue.object([
      ("description", .text("A step with steps below it.")), ("type", .text("object")),
      ("additionalProperties", .flag(false)), ("minProperties", .number(1)),
      ("patternProperties", .object([("^ *(if|repeat|while)\\s", below), ("^ *else *$", below)])),
    ])
    return .object([
      ("description", .text("Steps, in the order in which they are done.")), ("type", .text("array")),
      ("items", anyOf([value(.phrase), step])),
    ])
  }

  // MARK: Parts

  /// A number in text: what YAML's core schema does not take for a number, and what it does, in a range.
  private static let number =
    "0b[01]([01_]*[01])?|0x[0-9a-fA-F]([0-9a-fA-F_]*[0-9a-fA-F])?|[1-9]([0-9_]*[0-9])?|0"
  private static let bits = "^ *(\(number)) *(: *(\(number)) *)?$"
  private static let element = "[A-Za-z_][A-Za-z0-9_-]*( *\\[[^\\[\\]]+\\])?"

  private static func type(_ name: String) -> SchemaValue { .object([("type", .text(name))]) }
  private static func pattern(_ text: String) -> SchemaValue {
    .object([("type", .text("string")), ("pattern", .text(text))])
  }
  private static func reference(_ name: String) -> SchemaValue {
    .object([("$ref", .text("#/$defs/\(name)"))])
  }
  private static func anyOf(_ shapes: [SchemaValue]) -> SchemaValue { .object([("anyOf", .array(shapes))]) }
  private static func list(_ item: SchemaValue, least: Int) -> SchemaValue {
    var members: [(String, SchemaValue)] = [("type", .text("array")), ("items", item)]
    if least > 0 { members.append(("minItems", .number(UInt64(least)))) }
    return .object(members)
  }
}
