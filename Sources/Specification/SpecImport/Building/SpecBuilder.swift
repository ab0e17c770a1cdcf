import Diagnostics
import DriverSpec

/// Makes a driver spec of a peripheral.
///
/// Every value of the spec has the place of the element that says it, so that what has arrived can be counted in the
/// spec itself.
struct SpecBuilder {
  let file: SVDFile
  /// The peripheral, and which element of its array.
  let peripheral: SVDPeripheral
  let name: String
  let index: Int
  private(set) var notes: [ImportNote] = []
  private var head: [String] = []

  var document: XMLDocument { file.document }
  var account: ImportAccount { file.account }

  init(file: SVDFile, peripheral: SVDPeripheral, name: String, index: Int) {
    self.file = file
    self.peripheral = peripheral
    self.name = name
    self.index = index
  }

  /// The largest window of registers that a driver is granted.
  static let maximumWindow: UInt64 = 1 << 20
  /// The most interrupts that a driver has.
  static let maximumInterrupts = 8

  mutating func build() -> ImportedSpec {
    let device = file.device
    var top = SpecNames()
    let driver = top.take(SVDName.withoutArray(name))
    if driver != name {
      note(.changed, name, "the driver is called `\(driver)`", at: peripheral.name.element)
    }
    account.set(peripheral.element, .structure)
    arrive(peripheral.name.element)
    let base =
      (peripheral.baseAddress?.value ?? 0) &+ UInt64(index) &* (peripheral.array?.increment.value ?? 0)

    var items = self.items(
      peripheral.items, peripheral.properties.inheriting(device.properties), path: name, depth: 0)
    let windows = split(&items)
    var spec = DriverSpec(
      version: located(1, device.element), name: located(driver, peripheral.name.element),
      summary: summary(peripheral.description), identity: Identity(compatible: [compatible(driver)]))
    spec.manual = device.name.map { name in
      arrive(name.element)
      if let version = device.version { arrive(version.element) }
      return located(
        "\(name.value).svd\(device.version.map { ", version \($0.value)" } ?? "")", name.element)
    }
    if device.isBigEndian?.value == true, let order = device.isBigEndian {
      spec.byteOrder = located(.big, order.element)
    }
    if let order = device.isBigEndian { arrive(order.element) }
    spec.registers = items
    var names = SpecNames()
    for (number, window) in windows.enumerated() {
      let name = names.take(number == 0 ? "registers" : "registers_\(number + 1)")
      spec.resources.append(
        Resource(
          name: located(name, peripheral.element),
          kind: .registers(
            RegisterWindow(
              mmio: located(number, peripheral.element), size: located(window.size, window.element)))))
    }
    interrupts(into: &spec, &names)
    describe(base)
    return ImportedSpec(peripheral: name, spec: spec, head: head, notes: notes)
  }

  // MARK: What is said of the machine

  /// The lines at the head of the spec: what the file says of the chip, and of the device's place on it.
  private mutating func describe(_ base: UInt64) {
    let chip = file.device.name?.value ?? "the chip"
    head = [
      "Made of \(chip)'s SVD by `dddk import svd`. Where the device stands on the chip is the device tree's to say:",
      "  \(name) at 0x\(String(base, radix: 16))",
    ]
    if let address = peripheral.baseAddress { account.set(address.element, .head) }
    if let array = peripheral.array {
      for element in [array.count.element, array.increment.element] { account.set(element, .head) }
      if let labels = array.labelElement { account.set(labels, .head) }
    }
    for block in peripheral.addressBlocks {
      let usage = block.usage?.value ?? "registers"
      let protection = block.protection.map { ", protection \($0.value)" } ?? ""
      head.append(
        "  \(usage) from 0x\(String(base &+ block.offset.value, radix: 16)), 0x\(String(block.size.value, radix: 16)) bytes\(protection)"
      )
      account.set(block.element, .head)
      for element in [
        block.offset.element, block.size.element, block.usage?.element, block.protection?.element,
      ] {
        if let element { account.set(element, .head) }
      }
    }
    for interrupt in peripheral.interrupts {
      let summary = interrupt.description.map { ": \(OneLine.text(document.bytes(of: $0)))" } ?? ""
      head.append("  interrupt \(interrupt.value.value) \(interrupt.name.value)\(summary)")
      account.set(interrupt.element, .head)
      account.set(interrupt.value.element, .head)
      account.set(interrupt.name.element, .head)
      if let description = interrupt.description { account.set(description, .head) }
    }
    let said: [(String, Stated<String>?)] = [
      ("derived from", peripheral.derivedFrom), ("group", peripheral.groupName),
      ("version", peripheral.version),
      ("alternate of", peripheral.alternatePeripheral), ("disabled when", peripheral.disableCondition),
    ]
    for (word, value) in said {
      guard let value else { continue }
      head.append("  \(word) \(OneLine.text(Array(value.value.utf8)[...]))")
      if word != "derived from" { account.set(value.element, .head) }
    }
    if peripheral.derivedFrom != nil { account.setDerivation(peripheral.element) }
    for value in [peripheral.prependToName, peripheral.appendToName, peripheral.headerStructName] {
      if let value { account.set(value.element, .cHeader) }
    }
  }

  private mutating func compatible(_ driver: String) -> Located<String> {
    func part(_ text: String) -> String {
      SpecNames.identifier(text.lowercased()).replacing("_", with: "-")
        .split(separator: "-").joined(separator: "-")
    }
    let vendor = part(file.device.vendor?.value ?? "vendor")
    let chip = part(file.device.name?.value ?? "chip")
    for said in [file.device.vendor, file.device.name] { if let said { arrive(said.element) } }
    let text = "\(vendor),\(chip)-\(part(driver))"
    note(
      .assumed, name,
      "`compatible` is `\(text)`, which the file does not say; correct it where a device tree binding exists",
      at: peripheral.name.element)
    return located(text, peripheral.name.element)
  }

  private mutating func interrupts(into spec: inout DriverSpec, _ names: inout SpecNames) {
    var numbers: Set<UInt64> = []
    var causes = SpecNames()
    var index = 0
    for interrupt in peripheral.interrupts {
      let path = "\(name).\(interrupt.name.value)"
      guard numbers.insert(interrupt.value.value).inserted else {
        note(
          .notSaid, path, "it has the number of another interrupt of the peripheral", at: interrupt.element)
        continue
      }
      guard index < Self.maximumInterrupts else {
        note(
          .notSaid, path,
          "a driver has at most \(Self.maximumInterrupts) interrupts; it stands in the head of the spec",
          at: interrupt.element)
        continue
      }
      let resource = names.take(interrupt.name.value)
      if resource != interrupt.name.value {
        note(.changed, path, "the interrupt is called `\(resource)`", at: interrupt.name.element)
      }
      arrive(interrupt.name.element)
      spec.resources.append(
        Resource(
          name: located(resource, interrupt.name.element),
          kind: .irq(
            index: located(index, interrupt.element), trigger: located(.level, interrupt.element),
            isShared: nil)))
      spec.interrupts.append(
        Interrupt(
          resource: located(resource, interrupt.name.element),
          causes: [Interrupt.Cause(name: located(causes.take(resource), interrupt.name.element))]))
      index += 1
    }
    if index > 0 {
      note(
        .assumed, name,
        "interrupts are taken as `trigger: level`, each with one cause: SVD says nothing of triggers, status and acknowledgement",
        at: peripheral.interrupts[0].element)
    }
  }

  // MARK: Windows

  private struct Window {
    var size: UInt64
    var element: XMLDocument.Element
  }

  /// The windows that hold the registers: one, or several where they lie further apart than a driver may be granted.
  private mutating func split(_ items: inout [RegisterItem]) -> [Window] {
    var used: UInt64 = 0
    for item in items { used = max(used, item.end(of: items)) }
    let block = peripheral.addressBlocks.filter { ($0.usage?.value ?? "registers") == "registers" }
      .max { ($0.offset.value &+ $0.size.value) < ($1.offset.value &+ $1.size.value) }
    let said = block.map { $0.offset.value &+ $0.size.value } ?? 0
    if used <= Self.maximumWindow {
      let size = said >= used && said <= Self.maximumWindow ? said : used
      let element = size == said && size > 0 ? block?.size.element : nil
      if let element { arrive(element) }
      if size == 0 {
        note(
          .assumed, name, "the peripheral has no registers and no size; a window of 4 bytes is taken",
          at: peripheral.element)
      } else if said < used, said > 0 {
        note(
          .changed, name,
          "registers reach to 0x\(String(used, radix: 16)), and its address blocks to 0x\(String(said, radix: 16)); the window holds all registers",
          at: peripheral.element)
      } else if said > Self.maximumWindow {
        note(
          .changed, name,
          "its address block has 0x\(String(said, radix: 16)) bytes; the window holds its registers",
          at: peripheral.element)
      }
      return [Window(size: size == 0 ? 4 : (size + 3) / 4 * 4, element: element ?? peripheral.element)]
    }
    // Each window begins at a page, and holds what follows within its limit.
    var windows: [Window] = []
    var start: UInt64 = 0
    for position in items.indices {
      let offset = items[position].offsetValue
      let end = items[position].end(of: items)
      if windows.isEmpty || end &- start > Self.maximumWindow {
        start = offset & ~0xfff
        windows.append(Window(size: 0, element: peripheral.element))
        note(
          .changed, name,
          "window `\(windows.count == 1 ? "registers" : "registers_\(windows.count)")` is `mmio: \(windows.count - 1)` and begins at offset 0x\(String(start, radix: 16)): a driver is granted at most 0x\(String(Self.maximumWindow, radix: 16)) bytes in one",
          at: peripheral.element)
      }
      windows[windows.count - 1].size = max(windows[windows.count - 1].size, end &- start)
      items[position].move(
        by: start,
        into: located(windows.count == 1 ? "registers" : "registers_\(windows.count)", peripheral.element))
    }
    return windows
  }

  // MARK: Registers and clusters

  private mutating func items(
    _ items: [SVDItem], _ properties: SVDProperties, path: String, depth: Int
  ) -> [RegisterItem] {
    var names = SpecNames()
    var called: [ObjectIdentifier: String] = [:]
    for item in items {
      let given = item.array == nil ? item.name.value : SVDName.withoutArray(item.name.value)
      // A block's type stands inside the driver's, where its name would hide the driver's.
      let isHiding = item is SVDCluster && SwiftName.type(given) == SwiftName.type(peripheral.name.value)
      let name = names.take(isHiding ? "\(given)_" : given)
      called[ObjectIdentifier(item)] = name
      if name != given {
        note(.changed, "\(path).\(item.name.value)", "it is called `\(name)`", at: item.name.element)
      }
    }
    var made: [(item: RegisterItem, source: SVDItem)] = []
    made.reserveCapacity(items.count)
    for item in items {
      let name = called[ObjectIdentifier(item)] ?? item.name.value
      let inner = "\(path).\(name)"
      account.set(item.element, .structure)
      arrive(item.name.element)
      if let register = item as? SVDRegister {
        if var built = self.register(register, name, properties, path: inner) {
          // What it is derived from is named where it stands beside it; elsewhere it is written whole.
          if item.derivedFrom != nil {
            account.setDerivation(item.element)
            if let base = item.base, let other = called[ObjectIdentifier(base)] {
              built.derivedFrom = located(other, item.element)
            }
          }
          made.append((.register(built), item))
        }
      } else if let cluster = item as? SVDCluster {
        if item.derivedFrom != nil { account.setDerivation(item.element) }
        made.append((.block(self.cluster(cluster, name, properties, path: inner, depth: depth)), item))
      }
    }
    // Registers in the order of their offsets, as manuals have them; those of one offset as the file has them.
    let sorted = made.enumerated().sorted {
      ($0.element.item.offsetValue, $0.offset) < ($1.element.item.offsetValue, $1.offset)
    }.map(\.element)
    var result = sorted.map(\.item)
    overlaps(&result, sorted.map(\.source), path: path)
    return result
  }

  private mutating func cluster(
    _ cluster: SVDCluster, _ name: String, _ properties: SVDProperties, path: String, depth: Int
  ) -> Block {
    let inner = cluster.properties.inheriting(properties)
    if let header = cluster.headerStructName { account.set(header.element, .cHeader) }
    let items = self.items(cluster.items, inner, path: path, depth: depth + 1)
    arrive(cluster.addressOffset?.element)
    return Block(
      name: located(name, cluster.name.element), summary: summary(cluster.description),
      offset: located(cluster.addressOffset?.value ?? 0, cluster.addressOffset?.element ?? cluster.element),
      repetition: repetition(cluster.array, elementBytes: 1, path), content: .inline(items))
  }

  private mutating func register(
    _ register: SVDRegister, _ name: String, _ inherited: SVDProperties, path: String
  ) -> Register? {
    let properties = register.properties.inheriting(inherited)
    let said = properties.size?.value ?? file.device.width?.value ?? 32
    let width: Int = said <= 8 ? 8 : said <= 16 ? 16 : said <= 32 ? 32 : 64
    let sizeElement = properties.size?.element ?? file.device.width?.element
    arrive(sizeElement)
    if UInt64(width) != said {
      note(
        .changed, path, "it has \(said) bits, and is accessed as \(width)",
        at: sizeElement ?? register.element)
    }
    arrive(register.addressOffset?.element)
    var built = Register(
      name: located(name, register.name.element), summary: summary(register.description),
      offset: located(
        register.addressOffset?.value ?? 0, register.addressOffset?.element ?? register.element),
      repetition: repetition(register.array, elementBytes: UInt64(width) / 8, path),
      width: located(width, sizeElement ?? register.element), access: located(.readWrite, register.element))
    displayName(register, &built)
    reset(properties, width, &built, path)
    if let protection = register.properties.protection {
      account.set(protection.element, .notSaid)
      note(
        .notSaid, path, "protection `\(protection.value)`: specs say nothing of privilege",
        at: protection.element)
    }
    if let type = register.dataType { account.set(type.element, .cHeader) }
    if let header = register.alternateGroup { account.set(header.element, .notSaid) }
    FieldBuilder.build(register, properties, into: &built, &self, path: path)
    return built
  }

  private mutating func displayName(_ register: SVDRegister, _ built: inout Register) {
    guard let display = register.displayName else { return }
    if display.value == register.name.value {
      account.set(display.element, .redundant)
    } else if built.summary == nil {
      built.summary = located(OneLine.text(Array(display.value.utf8)[...]), display.element)
      arrive(display.element)
    } else {
      account.set(display.element, .cHeader)
    }
  }

  private mutating func reset(
    _ properties: SVDProperties, _ width: Int, _ built: inout Register, _ path: String
  ) {
    let all: UInt64 = width == 64 ? .max : (1 << UInt64(width)) - 1
    if let mask = properties.resetMask {
      if mask.value == 0 {
        // Nothing is known of the value.
        account.set(mask.element, .redundant)
        if let reset = properties.resetValue { account.set(reset.element, .redundant) }
        return
      }
      if mask.value & all != all, mask.value & all != 0, properties.resetValue != nil {
        arrive(mask.element)
        built.resetMask = located(mask.value & all, mask.element)
      } else {
        account.set(mask.element, .redundant)
      }
    }
    guard let reset = properties.resetValue else { return }
    arrive(reset.element)
    built.reset = located(reset.value & all, reset.element)
    if reset.value & ~all != 0 {
      note(
        .changed, path,
        "the reset value 0x\(String(reset.value, radix: 16)) has more than its \(width) bits; 0x\(String(reset.value & all, radix: 16)) is taken",
        at: reset.element)
    }
  }

  private mutating func repetition(
    _ array: SVDArray?, elementBytes: UInt64, _ path: String
  ) -> Repetition? {
    guard let array else { return nil }
    arrive(array.count.element)
    arrive(array.increment.element)
    if let labels = array.labelElement { account.set(labels, array.isPlain ? .redundant : .notSaid) }
    if !array.isPlain {
      let shown = array.labels.prefix(4).joined(separator: ", ") + (array.labels.count > 4 ? ", …" : "")
      note(
        .changed, path,
        "its elements are called \(shown) in the file, and are [0]…[\(array.labels.count - 1)] in the spec",
        at: array.labelElement ?? array.count.element)
    }
    var count = array.count.value
    if array.increment.value < elementBytes, count > 1 {
      note(
        .notSaid, path,
        "its \(count) elements overlap each other, \(array.increment.value) bytes apart; the first is taken",
        at: array.increment.element)
      count = 1
    }
    return Repetition(
      count: located(count, array.count.element),
      stride: located(max(array.increment.value, elementBytes), array.increment.element))
  }

  // MARK: What every part needs

  func located<Value>(_ value: Value, _ element: XMLDocument.Element) -> Located<Value> {
    Located(value, at: document.place(of: element))
  }

  func arrive(_ element: XMLDocument.Element?) { if let element { account.set(element, .inSpec) } }

  func summary(_ element: XMLDocument.Element?) -> Located<String>? {
    guard let element else { return nil }
    let text = OneLine.text(document.bytes(of: element))
    guard !text.isEmpty else {
      account.set(element, .redundant)
      return nil
    }
    arrive(element)
    return located(text, element)
  }

  mutating func append(_ note: ImportNote) { notes.append(note) }

  mutating func note(
    _ kind: ImportNote.Kind, _ item: String, _ message: String, at element: XMLDocument.Element
  ) {
    notes.append(ImportNote(kind: kind, item: item, message: message, place: document.place(of: element)))
  }
}
