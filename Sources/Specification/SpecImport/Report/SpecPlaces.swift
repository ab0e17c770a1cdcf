import Diagnostics
import DriverSpec

/// The places of a file from which the values of specs come, gathered from the specs themselves.
struct SpecPlaces {
  /// Lines and columns, packed and in order: a file has a hundred thousand of them.
  private var places: [UInt64] = []

  init(_ specs: [DriverSpec]) {
    for spec in specs {
      add(spec.name)
      add(spec.summary)
      add(spec.manual)
      add(spec.byteOrder)
      for resource in spec.resources {
        add(resource.name)
        if let window = resource.window { add(window.size) }
      }
      for item in spec.registers { add(item) }
    }
    places.sort()
  }

  private mutating func add<Value>(_ value: Located<Value>?) {
    if let value { places.append(Self.packed(value.place)) }
  }

  private static func packed(_ place: SourcePlace) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: place.line)) << 32 | UInt64(UInt32(truncatingIfNeeded: place.column))
  }

  private mutating func add(_ item: RegisterItem) {
    switch item {
    case .register(let register):
      add(register.name)
      add(register.summary)
      add(register.offset)
      add(register.width)
      add(register.access)
      add(register.reset)
      add(register.resetMask)
      add(register.readEffect)
      add(register.repetition)
      add(register.alternateOf)
      for part in register.reserved { add(part.rule) }
      for field in register.fields { add(field) }
    case .block(let block):
      add(block.name)
      add(block.summary)
      add(block.offset)
      add(block.repetition)
      add(block.alternateOf)
      if case .inline(let items) = block.content { for item in items { add(item) } }
    }
  }

  private mutating func add(_ repetition: Repetition?) {
    add(repetition?.count)
    add(repetition?.stride)
  }

  private mutating func add(_ field: Field) {
    add(field.name)
    add(field.summary)
    add(field.bits)
    add(field.access)
    add(field.readEffect)
    add(field.range)
    add(field.onlyNamedValues)
    for values in [field.values, field.readValues, field.writeValues] {
      for value in values {
        add(value.name)
        add(value.pattern)
        add(value.summary)
      }
    }
  }

  /// Whether a value of the specs comes from the place.
  func contains(_ place: SourcePlace) -> Bool {
    let wanted = Self.packed(place)
    var range = places.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if places[middle] == wanted { return true }
      range = places[middle] < wanted ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}
