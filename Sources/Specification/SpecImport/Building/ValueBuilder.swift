import Diagnostics
import DriverSpec

/// Makes the named values of a field.
struct ValueBuilder {
  /// Names by direction; those of both stand alone.
  struct Values {
    var both: [EnumeratedValue] = []
    var read: [EnumeratedValue] = []
    var write: [EnumeratedValue] = []
  }

  static func values(
    of field: SVDField, width: Int, _ access: Access, _ builder: inout SpecBuilder, _ path: String
  ) -> Values {
    values(field.enumerations, width: width, access, &builder, path)
  }

  static func values(
    _ enumerations: [SVDEnumeration], width: Int, _ access: Access, _ builder: inout SpecBuilder,
    _ path: String
  ) -> Values {
    guard !enumerations.isEmpty else { return Values() }
    var lists: [SVDEnumeration.Usage: [SVDEnumeratedValue]] = [:]
    for enumeration in enumerations {
      builder.account.set(enumeration.element, .structure)
      for said in [enumeration.name, enumeration.headerEnumName] {
        if let said { builder.account.set(said.element, .cHeader) }
      }
      // Names in a direction that the field does not have are those of both.
      var usage = enumeration.usage?.value ?? .readWrite
      if (usage == .read && !access.isReadable) || (usage == .write && !access.isWritable) {
        usage = .readWrite
      }
      if let said = enumeration.usage {
        if usage == said.value {
          builder.arrive(said.element)
        } else {
          builder.account.set(said.element, .notSaid)
          builder.note(
            .changed, path, "values for a direction that the field does not have are taken for both",
            at: said.element)
        }
      }
      if enumeration.derivedFrom != nil { builder.account.setDerivation(enumeration.element) }
      lists[usage, default: []] += enumeration.values
    }
    var values = Values()
    let both = lists[.readWrite] ?? []
    let (read, write) = (lists[.read] ?? [], lists[.write] ?? [])
    if read.isEmpty, write.isEmpty {
      values.both = list(both, width, &builder, path)
    } else {
      if access.isReadable { values.read = list(read + both, width, &builder, path) }
      if access.isWritable { values.write = list(write + both, width, &builder, path) }
    }
    return values
  }

  private static func list(
    _ source: [SVDEnumeratedValue], _ width: Int, _ builder: inout SpecBuilder, _ path: String
  ) -> [EnumeratedValue] {
    let largest: UInt64 = width >= 64 ? .max : (1 << UInt64(width)) - 1
    var names = SpecNames()
    var seen: Set<EnumeratedValue.Pattern> = []
    var values: [EnumeratedValue] = []
    values.reserveCapacity(source.count)
    for value in source {
      builder.account.set(value.element, .structure)
      let pattern: EnumeratedValue.Pattern
      let element = value.value?.element ?? value.isDefault ?? value.element
      if let said = value.value?.value, value.isDefault == nil {
        pattern = .bits(value: said.value & ~said.anyBits, dontCare: said.anyBits)
      } else {
        pattern = .otherwise
      }
      func drop(_ why: String) {
        for child in [element, value.name.element, value.description, value.isDefault] {
          if let child { builder.account.set(child, .notSaid) }
        }
        builder.note(.notSaid, "\(path).\(value.name.value)", why, at: element)
      }
      if case .bits(let bits, let dontCare) = pattern, (bits | dontCare) & ~largest != 0 {
        drop("the value \(bits) has more than the field's \(width) bits")
        continue
      }
      guard seen.insert(pattern).inserted else {
        drop("another name stands for the same value")
        continue
      }
      var given = value.name.value
      if given.isEmpty {
        if case .bits(let bits, _) = pattern { given = "value\(bits)" } else { given = "other" }
      }
      let name = names.take(given)
      if name != value.name.value {
        builder.note(
          .changed, "\(path).\(value.name.value)", "the value is called `\(name)`", at: value.name.element)
      }
      for child in [element, value.name.element, value.isDefault] { builder.arrive(child) }
      values.append(
        EnumeratedValue(
          name: builder.located(name, value.name.element), pattern: builder.located(pattern, element),
          summary: builder.summary(value.description)))
    }
    guard values.contains(where: { if case .bits(_, let any) = $0.pattern.value { any != 0 } else { true } })
    else {
      return values
    }
    // What says more comes before what says less: the first that fits is taken.
    return values.enumerated().sorted {
      (freedom($0.element), $0.offset) < (freedom($1.element), $1.offset)
    }.map(\.element)
  }

  private static func freedom(_ value: EnumeratedValue) -> Int {
    switch value.pattern.value {
    case .bits(_, let dontCare): dontCare.nonzeroBitCount
    case .otherwise: 65
    }
  }
}
