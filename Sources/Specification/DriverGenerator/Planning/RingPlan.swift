import DriverSpec

/// The layout of entries in shared memory.
struct DescriptorPlan {
  var name: String
  var words: BlockPlan
}

/// A ring of such entries.
struct RingPlan {
  /// The spec's name.
  var name: String
  /// The type of its layout: `TransmitRing`.
  var type: String
  var summary: String?
  var line: Int
  /// The type of an entry's words, without its bus.
  var words: String
  /// The words of an entry, all of them.
  var allWords: [String]
  var count: Int
  var stride: UInt64
  var alignment: UInt64
  /// The word and the field that say whose an entry is.
  var owner: (word: String, field: String)
  /// The condition on `$0` under which it is the device's, and the value that says so.
  var isDevices: String
  var deviceValue: String
  /// The flag of the last entry, where there is one.
  var wrap: (word: String, field: String)?
  /// The register that takes the address, and its word.
  var base: (register: String, word: String)?

  init(_ ring: DescriptorRing, _ names: SpecNames, _ descriptors: [DescriptorPlan]) {
    let spec = names.spec
    let descriptor = checked(
      spec.descriptors.first { $0.name.value == ring.descriptor.value }, "descriptor \(ring.descriptor.value)"
    )
    let plan = checked(
      descriptors.first { $0.name == ring.descriptor.value }, "descriptor \(ring.descriptor.value)")
    name = ring.name.value
    type = SwiftName.type(ring.name.value) + "Ring"
    summary = ring.summary?.value
    line = ring.name.place.line
    words = plan.words.type
    allWords = descriptor.words.sorted { $0.offset.value < $1.offset.value }
      .map { RegisterPlan.swiftName($0.name.value) }
    count = ring.entries.value
    let widest = UInt64(descriptor.words.map(\.width.value).max() ?? 8) / 8
    alignment = descriptor.alignment?.value ?? widest
    stride = (descriptor.size.value + alignment - 1) / alignment * alignment
    func field(_ reference: FieldReference) -> (word: String, field: FieldPlan) {
      let word = checked(
        descriptor.words.first { $0.name.value == reference.register.name }, "word \(reference.register.name)"
      )
      let field = checked(word.field(named: reference.field.value), reference.name)
      return (RegisterPlan.swiftName(word.name.value), FieldPlan(field, of: word))
    }
    let owning = field(ring.owner.field)
    owner = (owning.word, owning.field.name)
    let value = ring.owner.deviceValue.value
    let isFlag = if case .flag = owning.field.kind { true } else { false }
    isDevices = isFlag ? (value == 1 ? "" : "!") : NumberText.decimal(value)
    deviceValue =
      isFlag
      ? "\(value == 1)"
      : owning.field.writtenNames == nil
        ? NumberText.decimal(value) : ".init(\(NumberText.decimal(value)))"
    if case .flag(let reference) = ring.wrap {
      let flag = field(reference)
      wrap = (flag.word, flag.field.name)
    }
    base = ring.base.map { (names.path($0), "UInt\(names.register($0).width.value)") }
  }

  /// Whether an entry is the device's, of its `descriptor`.
  var ownership: String {
    let read = "descriptor.\(owner.word).read().\(owner.field)"
    return isDevices.isEmpty || isDevices == "!" ? isDevices + read : "\(read).bits == \(isDevices)"
  }

  /// The statement that makes all else in an entry 0 leaves it the device's, where 0 says so.
  var driverValue: String? {
    switch deviceValue {
    case "false": "true"
    case "0", ".init(0)": isDevices == "0" ? (deviceValue == "0" ? "1" : ".init(1)") : nil
    default: nil
    }
  }
}
