import DriverSpec

/// Every mapping of the spec language.
///
/// The decoder takes the keys that it allows from here, and the JSON Schema is written from here, so that neither can
/// know a key that the other does not.
enum SpecShapes {
  /// All of them; the spec itself first.
  static let all: [MappingShape] = [
    spec, device, pci, resource, parameter, register, block, sharedBlock, blockDefinition, field,
    enumeratedValue,
    lock, descriptor, word, ring, interrupt, acknowledgement, cause, sequence, hook, serial, transmit,
    receive, lineErrors,
  ]

  static let spec = MappingShape(
    "spec", "What one file says of one device.",
    [
      .init("dddk", .constant(1), needed: true, "The version of the spec language."),
      .init("driver", .text, needed: true, "The device's name, as its manual has it."),
      .init("summary", .text, "One line that says what the device is."),
      .init("manual", .text, "The manual that the facts come from, with its number and revision."),
      .init("class", .word(DeviceClass.allCases.map(\.rawValue)), "What the driver offers to others."),
      .init("device", .mapping("device"), "How a machine says that it has the device."),
      .init("resources", section(.mapping("resource")), "What the driver needs of the machine."),
      .init("parameters", section(.mapping("parameter")), "Numbers that a system may set."),
      .init("register-width", .number(), "Bits of every register that does not say its own `width`."),
      .init(
        "byte-order", byteOrder, "Order of the bytes of registers and descriptors that do not say their own."),
      .init("registers", section(.registerItem), "Registers, arrays and blocks of them."),
      .init("blocks", section(.mapping("block-definition")), "Blocks that stand in several places."),
      .init("locks", section(.mapping("lock")), "Registers that let others be written."),
      .init("descriptors", section(.mapping("descriptor")), "Layouts of entries in shared memory."),
      .init("rings", section(.mapping("ring")), "Rings of such entries."),
      .init("interrupts", section(.mapping("interrupt")), "How each interrupt is served."),
      .init(
        "sequences", section(.anyOf([.steps(), .mapping("sequence")])), "What the driver does, step by step."),
      .init("hooks", section(.anyOf([.text, .nothing, .mapping("hook")])), "What the author's Swift does."),
      .init("serial", .mapping("serial"), "How the serial class is done on this device."),
      .init("waive", waive, "Rules that do not hold for this spec, each with the reason."),
    ])

  /// A section of the author's names, which may be empty.
  private static func section(_ value: ValueShape) -> ValueShape { .anyOf([.named(value), .nothing]) }

  static let waive = ValueShape.named(.text)
  static let byteOrder = ValueShape.word(ByteOrder.allCases.map(\.rawValue))

  // MARK: Device and resources

  static let device = MappingShape(
    "device", "How a machine names the device.",
    [
      .init("compatible", .oneOrMore(.text), "Device tree `compatible` strings, best match first."),
      .init(
        "pci", .anyOf([.mapping("pci"), .list(.mapping("pci"), least: 1)]), "PCI functions by their numbers."),
      .init("acpi", .oneOrMore(.text), "ACPI hardware ids."),
      .init("virtio", .oneOrMore(.number(from: 1, to: 0xffff)), "virtio device ids."),
    ])

  static let pci = MappingShape(
    "pci", "A PCI function.",
    [
      .init("vendor", .number(to: 0xffff), needed: true, "Vendor id, 16 bits."),
      .init("device", .number(to: 0xffff), needed: true, "Device id, 16 bits."),
      .init("class", .number(to: 0xff_ffff), "Base class, subclass and interface, 24 bits."),
    ])

  static let resource = MappingShape(
    "resource", "One thing that the driver needs of the machine.",
    oneNeeded: [["mmio", "port", "bar", "pci-configuration", "irq", "msi", "clock", "dma"]],
    dependent: [
      ("mmio", "size"), ("port", "size"), ("bar", "size"), ("pci-configuration", "size"),
      ("trigger", "irq"), ("shared", "irq"), ("alignment", "dma"), ("address-bits", "dma"),
    ],
    exclusive: [
      ("irq", "msi"), ("irq", "clock"), ("irq", "dma"), ("msi", "clock"), ("msi", "dma"), ("clock", "dma"),
      ("irq", "size"), ("msi", "size"), ("clock", "size"), ("dma", "size"),
    ],
    [
      .init("mmio", index, "Registers in memory: entry of the node's `reg`."),
      .init("port", index, "Registers behind I/O ports: entry of the device's ranges."),
      .init("bar", .number(to: 5), "Registers behind a PCI base address register."),
      .init("pci-configuration", .flag, "Registers in the PCI function's configuration space: `true`."),
      .init("size", .number(), "Bytes of registers that the driver uses, before the shift."),
      .init(
        "shift", .anyOf([.number(to: 8), .name]),
        "By how many bits an offset is shifted up; a number, or a parameter."),
      .init(
        "io-width", .anyOf([.number(from: 1, to: 8), .name]),
        "Bytes of every access; a number, or a parameter."),
      .init("irq", index, "An interrupt line: entry of the node's interrupts."),
      .init("trigger", .word(Resource.Trigger.allCases.map(\.rawValue)), "How the line asks for attention."),
      .init("shared", .flag, "Whether other devices may pull the line."),
      .init("msi", .number(to: 2047), "A message-signalled interrupt of the device."),
      .init("clock", index, "A clock: entry of the node's `clocks`."),
      .init("dma", .number(from: 1), "Bytes of memory that driver and device share."),
      .init("alignment", .number(from: 1), "Alignment of that memory in bytes."),
      .init("address-bits", .number(from: 1, to: 64), "Bits of an address that the device has."),
    ])

  /// The largest entry of a property that a resource may name.
  static let maximumIndex: UInt64 = 255
  private static let index = ValueShape.number(to: maximumIndex)

  static let parameter = MappingShape(
    "parameter", "A number that a system may set.",
    [
      .init("default", .number(), needed: true, "The value where nothing sets one."),
      .init("property", .text, "The property of the device tree node that sets it."),
      .init("range", .range, "The values that are allowed."),
      .init("unit", .text, "What it is counted in."),
      .init("summary", .text, "One line that says what it sets."),
    ])

  // MARK: Registers

  private static let common: [MappingShape.Key] = [
    .init("offset", .number(), "Bytes from the start of the region or block."),
    .init("summary", .text, "One line that says what it is for."),
    .init("section", .text, "The manual's section."),
    .init("region", .name, "The resource that it stands in, where there is more than one."),
    .init("count", .number(from: 1, to: maximumCount), "How many there are: an array."),
    .init("stride", .number(from: 1), "Bytes from one element to the next."),
    .init("alternate", .text, "What it is meant to overlap."),
    .init("when", .phrase, "The field and its value while it is there at all: `LCR.DLAB == 1`."),
    .init("waive", waive, "Rules that do not hold here, each with the reason."),
  ]

  /// The most elements of an array.
  static let maximumCount: UInt64 = 65_536

  private static func common(needing needed: Bool) -> [MappingShape.Key] {
    common.map { .init($0.name, $0.value, needed: needed && $0.name == "offset", $0.summary) }
  }

  static let registerWords: [MappingShape.Key] = [
    .init("width", .number(), "Bits of an access."),
    .init("byte-order", byteOrder, "Order of its bytes."),
    .init(
      "access", .word(Access.words.map(\.word)), "What software may do, `read-write` where nothing is said."),
    .init("on-write", .word(writeEffects), "What a write does to the bits."),
    .init("on-read", .text, "What a read changes: `clears`, `sets`, or words."),
    .init("reset", .number(), "The value after reset."),
    .init(
      "reserved", .anyOf([.word(reservedWords), .byBits(.word(reservedWords))]),
      "How bits outside the fields are written."),
    .init("fields", section(.anyOf([.bits, .list(.bits, least: 1), .mapping("field")])), "Its fields."),
  ]

  static let writeEffects = Access.WriteEffect.allCases.filter { $0 != .stores }.map(\.rawValue)
  static let reservedWords = ReservedBits.Rule.allCases.map(\.rawValue)

  static let register = MappingShape(
    "register", "A register, or an array of registers that are all alike.", oneNeeded: [["offset", "like"]],
    dependent: [("stride", "count"), ("without", "like")],
    common(needing: false) + registerWords + [
      .init("reset-mask", .number(), "The bits of `reset` that the manual states."),
      .init("like", .text, "The register that everything is taken from that is not said here."),
      .init("without", .oneOrMore(.name), "Fields of that register that this one does not have."),
      .init("locked-by", .name, "The lock that is opened for a write."),
      .init("read-back", .reference, "The register that is read after a write; `self` for this one."),
      .init(
        "barrier", .word(Register.Barrier.allCases.map(\.rawValue)), "Where a barrier stands at each access."),
    ])

  static let block = MappingShape(
    "block", "Registers at one place, or an array of such groups.",
    dependent: [("stride", "count"), ("count", "stride")],
    common(needing: true) + [
      .init("registers", section(.registerItem), needed: true, "What it holds; offsets count from its start.")
    ])

  static let sharedBlock = MappingShape(
    "shared-block", "A block that is defined under `blocks`.",
    dependent: [("stride", "count"), ("count", "stride")],
    common(needing: true) + [.init("block", .name, needed: true, "The name under `blocks`.")])

  static let blockDefinition = MappingShape(
    "block-definition", "A block that stands in several places.",
    [
      .init("summary", .text, "One line that says what it is for."),
      .init("section", .text, "The manual's section."),
      .init("registers", section(.registerItem), needed: true, "What it holds."),
    ])

  static let field = MappingShape(
    "field", "Some bits of a register under one name.",
    exclusive: [
      ("values", "read-values"), ("values", "write-values"), ("scale", "divides"), ("offset", "divides"),
    ],
    [
      .init("bits", .anyOf([.bits, .list(.bits, least: 1)]), "Where it lies; the highest part first."),
      .init(
        "access", .word(Access.words.map(\.word)),
        "What software may do; the register's where nothing is said."),
      .init("on-write", .word(writeEffects), "What a write does to the bits."),
      .init("on-read", .text, "What a read changes: `clears`, `sets`, or words."),
      .init("values", values, "Names for its values."),
      .init("read-values", values, "Names for the values that are read."),
      .init("write-values", values, "Names for the values that are written."),
      .init("only-values", .flag, "Whether nothing but a named value may be written."),
      .init("range", .range, "The values that may be written."),
      .init("signed", .flag, "Whether the bits are two's complement."),
      .init("fraction", .number(from: 0, to: 63), "How many of the bits are below the binary point."),
      .init("unit", .text, "What the value is counted in."),
      .init("scale", .ratio, "Value in the unit = bits × scale + offset."),
      .init("offset", .signedNumber, "Value in the unit = bits × scale + offset."),
      .init("divides", .phrase, "Value in the unit = this expression ÷ bits."),
      .init("summary", .text, "One line that says what it is for."),
      .init("section", .text, "The manual's section."),
      .init("waive", waive, "Rules that do not hold here, each with the reason."),
    ])

  private static let values = ValueShape.named(.anyOf([.pattern, .mapping("value")]))

  static let enumeratedValue = MappingShape(
    "value", "A name for a value of a field.",
    [
      .init("value", .pattern, needed: true, "The value; `x` for bits that do not matter, or `default`."),
      .init("summary", .text, "One line that says what it does."),
    ])

  static let lock = MappingShape(
    "lock", "A register whose values let other registers be written.",
    [
      .init("register", .reference, needed: true, "The register that takes the values."),
      .init("unlock", .oneOrMore(.number()), needed: true, "Written one after the other before a write."),
      .init("lock", .number(), "Written afterwards."),
      .init("summary", .text, "One line that says what it guards."),
    ])

  // MARK: Shared memory

  static let descriptor = MappingShape(
    "descriptor", "The layout of an entry in memory that driver and device share.",
    [
      .init("size", .number(), needed: true, "Bytes."),
      .init("alignment", .number(), "Bytes, a power of two."),
      .init("words", .named(.mapping("word")), needed: true, "Its words, laid out as registers are."),
      .init("summary", .text, "One line that says what it is for."),
      .init("section", .text, "The manual's section."),
    ])

  static let word = MappingShape(
    "word", "A word of a descriptor.",
    [
      .init("offset", .number(), needed: true, "Bytes from the start of the entry."),
      .init("summary", .text, "One line that says what it is for."),
      .init("section", .text, "The manual's section."),
    ] + registerWords.filter { ["width", "byte-order", "access", "reserved", "fields"].contains($0.name) })

  static let ring = MappingShape(
    "ring", "Entries in memory that go back and forth between driver and device.",
    [
      .init("descriptor", .name, needed: true, "The layout of its entries."),
      .init("pool", .name, needed: true, "The `dma` resource that it lies in."),
      .init("entries", .number(from: 1, to: maximumCount), needed: true, "How many entries."),
      .init("owned-by-device", .phrase, needed: true, "What holds while an entry is the device's."),
      .init("wrap", .reference, needed: true, "The flag of the last entry, or `index`."),
      .init("base", .reference, "The register that takes the ring's address."),
      .init("summary", .text, "One line that says what it is for."),
    ])

  // MARK: Interrupts and sequences

  static let interrupt = MappingShape(
    "interrupt", "How one interrupt is served.", dependent: [("pending-when", "status")],
    [
      .init("status", .reference, "The register that says which causes are pending."),
      .init("pending-when", .phrase, "What holds while anything is pending: `IIR.NONE == 0`."),
      .init("repeat", .number(from: 1, to: maximumCount), "How often to look again, at most."),
      .init("mask", .reference, "The register whose set bits let causes through."),
      .init("acknowledge", acknowledgement_, "What clears all pending causes."),
      .init(
        "causes",
        .named(.anyOf([.phrase, .list(.phrase, least: 1), .mapping("cause")])), needed: true,
        "The causes, in the order in which they are served."),
    ])

  private static let acknowledgement_ = ValueShape.anyOf([.reference, .mapping("acknowledgement")])

  static let acknowledgement = MappingShape(
    "acknowledgement", "How the device is told that its interrupt was seen.", oneNeeded: [["write", "read"]],
    dependent: [("write", "value")], exclusive: [("write", "read"), ("read", "value")],
    [
      .init("write", .reference, "The register that a number is written to."),
      .init("value", .number(), "The number."),
      .init("read", .reference, "The register that is read."),
    ])

  static let cause = MappingShape(
    "cause", "One reason for the interrupt.", exclusive: [("acknowledge", "read")],
    [
      .init(
        "when", .anyOf([.phrase, .list(.phrase, least: 1)]), needed: true,
        "Conditions of which one must hold."),
      .init("enable", .reference, "The field that lets the cause through."),
      .init("acknowledge", acknowledgement_, "What clears this cause."),
      .init("read", .reference, "The register that clears this cause by being read."),
      .init("do", .name, "The sequence that serves this cause."),
    ])

  static let sequence = MappingShape(
    "sequence", "Steps with what they need.",
    [
      .init(
        "parameters",
        .anyOf([.list(.name), .name, .named(.anyOf([.range, .nothing]))]), "Numbers that the caller gives."),
      .init("summary", .text, "One line that says what it does."),
      .init("section", .text, "The manual's section."),
      .init("steps", .steps(), needed: true, "What is done, in order."),
      .init("waive", waive, "Rules that do not hold here, each with the reason."),
    ])

  static let hook = MappingShape(
    "hook", "What the author's Swift must do.",
    [.init("summary", .text, "One line that says what it must do.")])

  // MARK: The serial class

  static let serial = MappingShape(
    "serial", "How the serial class is done on this device.",
    [
      .init("transmit", .mapping("transmit"), needed: true, "How a byte goes out."),
      .init("receive", .mapping("receive"), needed: true, "How a byte comes in."),
      .init("errors", .mapping("line-errors"), "Fields that are 1 where something went wrong."),
    ])

  static let transmit = MappingShape(
    "transmit", "How a byte goes out.",
    [
      .init("data", .reference, needed: true, "Takes a byte."),
      .init(
        "blocked-when", .phrase, needed: true,
        "The field that is 1, or `== 0`, while the device takes no byte."),
      .init("cause", .name, needed: true, "The cause that says there is room again."),
      .init("enable", .oneOrMore(.reference), needed: true, "The mask bits that let the cause through."),
    ])

  static let receive = MappingShape(
    "receive", "How a byte comes in.",
    [
      .init("data", .reference, needed: true, "Gives a byte."),
      .init("empty-when", .phrase, needed: true, "The field that is 1, or `== 0`, while there is no byte."),
      .init("cause", .name, needed: true, "The cause that says there are bytes."),
      .init("enable", .oneOrMore(.reference), needed: true, "The mask bits that let the cause through."),
    ])

  static let lineErrors = MappingShape(
    "line-errors", "Kinds of line error and the fields that are 1 where they happened.",
    SerialBinding.LineError.allCases.map {
      .init($0.rawValue, .reference, "1 where a \($0.rawValue) error happened.")
    })
}
