import Diagnostics

/// Makes the objects of an SVD file from its elements, and tells what is wrong with any of them.
///
/// It goes on after every mistake: an item that cannot be placed is left out with an error, a value that SVD does not
/// know is told and left out, or taken as what is plainly meant.
struct SVDDecoder {
  let document: XMLDocument
  let collector: DiagnosticCollector
  let account: ImportAccount

  /// The most elements of one array.
  static let maximumArrayCount = 65_536

  func device() -> SVDDevice? {
    guard document.tag(document.root) == .device else {
      collector.add(
        Diagnostic(
          .svdUnknownElement,
          "the root element is \(document.name(of: document.root).quoted); SVD's is `device`",
          at: document.place(of: document.root)))
      return nil
    }
    let device = SVDDevice(element: document.root)
    var seen = SeenTags()
    for child in document.children(of: document.root) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .name: device.name = text(child)
      case .vendor: device.vendor = text(child)
      case .version: device.version = text(child)
      case .series: device.series = text(child)
      case .description: device.description = child
      case .addressUnitBits: device.addressUnitBits = number(child)
      case .width: device.width = number(child)
      case .cpu: cpu(child, of: device)
      case .peripherals:
        for grandchild in document.children(of: child) {
          guard document.tag(grandchild) == .peripheral else {
            unexpected(grandchild)
            continue
          }
          if let peripheral = peripheral(grandchild) { device.peripherals.append(peripheral) }
        }
      case .vendorID, .licenseText, .headerSystemFilename, .headerDefinitionsPrefix: account.set(child, .chip)
      case .vendorExtensions: account.setWhole(child, .chip, in: document)
      default:
        if !property(child, &device.properties) { unexpected(child) }
      }
    }
    for element in document.elementsWithStrayText {
      collector.add(
        Diagnostic(
          .svdUnknownElement, severity: .warning,
          "\(document.name(of: element).quoted) holds text between its elements, which SVD gives no meaning",
          at: document.place(of: element)))
    }
    for element in document.elements where isInsideValue(element) { unexpected(element) }
    tellOddAttributes()
    return device
  }

  /// Whether it stands where SVD has a value, and no element.
  private func isInsideValue(_ element: XMLDocument.Element) -> Bool {
    guard account.fate(of: element) == .unaccounted, let parent = document.parent(of: element),
      let tag = document.tag(parent)
    else { return false }
    return !tag.holdsElements
  }

  private func cpu(_ element: XMLDocument.Element, of device: SVDDevice) {
    var seen = SeenTags()
    for child in document.children(of: element) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .endian:
        let value = text(child)
        switch value.value {
        case "big": device.isBigEndian = Stated(value: true, element: child)
        case "little": device.isBigEndian = Stated(value: false, element: child)
        default: account.set(child, .chip)
        }
      default: account.setWhole(child, .chip, in: document)
      }
    }
  }

  // MARK: Peripherals, clusters, registers, fields

  private func peripheral(_ element: XMLDocument.Element) -> SVDPeripheral? {
    guard let name = name(of: element) else { return nil }
    let peripheral = SVDPeripheral(element: element, name: name)
    takeDerivation(of: peripheral)
    var seen = SeenTags()
    for child in document.children(of: element) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .name: break
      case .description: peripheral.description = child
      case .version: peripheral.version = text(child)
      case .groupName: peripheral.groupName = text(child)
      case .prependToName: peripheral.prependToName = text(child)
      case .appendToName: peripheral.appendToName = text(child)
      case .headerStructName: peripheral.headerStructName = text(child)
      case .alternatePeripheral: peripheral.alternatePeripheral = text(child)
      case .disableCondition: peripheral.disableCondition = text(child)
      case .baseAddress: peripheral.baseAddress = number(child)
      case .addressBlock: if let block = addressBlock(child) { peripheral.addressBlocks.append(block) }
      case .interrupt: peripheral.interrupts.append(contentsOf: interrupts(child))
      case .registers: items(of: child, into: &peripheral.items)
      case .dim, .dimIncrement, .dimIndex, .dimName, .dimArrayIndex: break
      default:
        if !property(child, &peripheral.properties) { unexpected(child) }
      }
    }
    peripheral.array = array(of: element)
    return peripheral
  }

  private func items(of element: XMLDocument.Element, into items: inout [SVDItem]) {
    var seen = SeenTags()
    for child in document.children(of: element) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .register: if let register = register(child) { items.append(register) }
      case .cluster: if let cluster = cluster(child) { items.append(cluster) }
      default: unexpected(child)
      }
    }
  }

  private func cluster(_ element: XMLDocument.Element) -> SVDCluster? {
    guard let name = name(of: element) else { return nil }
    let cluster = SVDCluster(element: element, name: name)
    takeDerivation(of: cluster)
    var seen = SeenTags()
    for child in document.children(of: element) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .name: break
      case .description: cluster.description = child
      case .alternateCluster: cluster.alternateCluster = text(child)
      case .headerStructName: cluster.headerStructName = text(child)
      case .addressOffset: cluster.addressOffset = number(child)
      case .register: if let register = register(child) { cluster.items.append(register) }
      case .cluster: if let inner = self.cluster(child) { cluster.items.append(inner) }
      case .dim, .dimIncrement, .dimIndex, .dimName, .dimArrayIndex: break
      default:
        if !property(child, &cluster.properties) { unexpected(child) }
      }
    }
    cluster.array = array(of: element)
    return cluster
  }

  private func register(_ element: XMLDocument.Element) -> SVDRegister? {
    guard let name = name(of: element) else { return nil }
    let register = SVDRegister(element: element, name: name)
    takeDerivation(of: register)
    var isArray = false
    var seen = SeenTags()
    for child in document.children(of: element) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .name: break
      case .description: register.description = child
      case .displayName: register.displayName = text(child)
      case .alternateGroup: register.alternateGroup = text(child)
      case .alternateRegister: register.alternateRegister = text(child)
      case .addressOffset: register.addressOffset = number(child)
      case .dataType: register.dataType = text(child)
      case .modifiedWriteValues: register.writeEffect = choice(child)
      case .readAction: register.readAction = choice(child)
      case .writeConstraint: register.writeConstraint = writeConstraint(child)
      case .fields:
        for grandchild in document.children(of: child) {
          guard document.tag(grandchild) == .field else {
            unexpected(grandchild)
            continue
          }
          if let field = field(grandchild) { register.fields.append(field) }
        }
      case .enumeratedValues: register.enumerations.append(enumeration(child))
      case .dim, .dimIncrement, .dimIndex, .dimName, .dimArrayIndex: isArray = true
      default:
        if !property(child, &register.properties) { unexpected(child) }
      }
    }
    if isArray { register.array = array(of: element) }
    return register
  }

  private func field(_ element: XMLDocument.Element) -> SVDField? {
    guard let name = name(of: element) else { return nil }
    let field = SVDField(element: element, name: name)
    takeDerivation(of: field)
    var isArray = false
    var (offset, width): (Stated<UInt64>?, Stated<UInt64>?)
    var (lsb, msb): (Stated<UInt64>?, Stated<UInt64>?)
    var seen = SeenTags()
    for child in document.children(of: element) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .name: break
      case .description: field.description = child
      case .bitOffset: offset = number(child)
      case .bitWidth: width = number(child)
      case .lsb: lsb = number(child)
      case .msb: msb = number(child)
      case .bitRange: field.bits = bitRange(child)
      case .access: field.access = access(child)
      case .modifiedWriteValues: field.writeEffect = choice(child)
      case .readAction: field.readAction = choice(child)
      case .writeConstraint: field.writeConstraint = writeConstraint(child)
      case .enumeratedValues: field.enumerations.append(enumeration(child))
      case .dim, .dimIncrement, .dimIndex, .dimName, .dimArrayIndex: isArray = true
      default: unexpected(child)
      }
    }
    let range = field.bits
    if let offset {
      // A width is optional: one bit, as SVDConv takes it.
      field.bits = bits(lsb: offset.value, width: width?.value ?? 1, at: offset.element)
    } else if let lsb, let msb {
      field.bits = bits(lsb: lsb.value, width: msb.value &- lsb.value &+ 1, at: lsb.element)
    }
    // Most fields say their bits in one form, and whole.
    let forms = (range == nil ? 0 : 1) + (offset == nil ? 0 : 1) + (lsb == nil && msb == nil ? 0 : 1)
    if forms > 1 || (lsb == nil) != (msb == nil) || (width != nil && offset == nil) {
      for part in [range?.element, offset == nil ? width?.element : nil, lsb?.element, msb?.element] {
        if let part { tellOtherForm(part, of: field, lsb: lsb, msb: msb, range: range) }
      }
    }
    if isArray { field.array = array(of: element) }
    return field
  }

  /// Tells an element that says bits in another form than the one that is taken: nothing more, or nothing that fits.
  private func tellOtherForm(
    _ part: XMLDocument.Element, of field: SVDField, lsb: Stated<UInt64>?, msb: Stated<UInt64>?,
    range: SVDBits?
  ) {
    let taken = field.bits
    if let taken, let parent = document.parent(of: taken.element), parent == field.element {
      if taken.element == part { return }
      if document.tag(taken.element) == .lsb, part == msb?.element { return }
      let low = UInt64(taken.lsb)
      let high = low + UInt64(taken.width) - 1
      let isSame =
        switch document.tag(part) {
        case .bitRange: range?.lsb == taken.lsb && range?.width == taken.width
        case .bitWidth: SVDNumber.number(document.bytes(of: part)) == UInt64(taken.width)
        case .lsb: lsb?.value == low
        default: msb?.value == high
        }
      if isSame { return account.set(part, .redundant) }
    }
    account.set(part, .wrong)
    let name = document.name(of: part)
    collector.add(
      Diagnostic(
        .svdBadValue, severity: .warning,
        "`\(name)` \(document.text(of: part).quoted) "
          + (taken.map { "is left out: the field has bits \($0.lsb + $0.width - 1):\($0.lsb)" }
            ?? "does not say the field's bits by itself; it is left out"),
        at: document.place(of: part)))
  }

  private func bits(lsb: UInt64, width: UInt64, at element: XMLDocument.Element) -> SVDBits? {
    guard lsb < 64, width >= 1, width <= 64 - lsb else {
      collector.add(
        Diagnostic(
          .svdBadValue,
          "a field from bit \(lsb), \(Int64(bitPattern: width)) bits wide, lies in no register of 64 bits",
          at: document.place(of: element)))
      return nil
    }
    return SVDBits(lsb: Int(lsb), width: Int(width), element: element)
  }

  private func bitRange(_ element: XMLDocument.Element) -> SVDBits? {
    var text = document.bytes(of: element)
    if text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") { text = text.dropFirst().dropLast() }
    let parts = text.split(separator: UInt8(ascii: ":"))
    guard parts.count == 2, let msb = SVDNumber.number(parts[0]), let lsb = SVDNumber.number(parts[1]),
      lsb <= msb,
      msb < 64
    else {
      bad(element, "is no `[MSB:LSB]` within 64 bits")
      return nil
    }
    return SVDBits(lsb: Int(lsb), width: Int(msb - lsb) + 1, element: element)
  }

  private func addressBlock(_ element: XMLDocument.Element) -> SVDAddressBlock? {
    var (offset, size): (Stated<UInt64>?, Stated<UInt64>?)
    var usage: Stated<String>?
    var protection: Stated<String>?
    var seen = SeenTags()
    for child in document.children(of: element) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .offset: offset = number(child)
      case .size: size = number(child)
      case .usage: usage = text(child)
      case .protection: protection = text(child)
      default: unexpected(child)
      }
    }
    guard let offset, let size else {
      missing(offset == nil ? "offset" : "size", in: element, severity: .warning)
      account.setWhole(element, .wrong, in: document)
      return nil
    }
    return SVDAddressBlock(element: element, offset: offset, size: size, usage: usage, protection: protection)
  }

  /// The interrupts of an element: one; or several, where a vendor puts the names and values of more into one.
  private func interrupts(_ element: XMLDocument.Element) -> [SVDInterrupt] {
    var interrupts: [SVDInterrupt] = []
    var name: Stated<String>?
    var value: Stated<UInt64>?
    var description: XMLDocument.Element?
    func finish() {
      guard let name else { return missing("name", in: element) }
      guard let value else { return missing("value", in: element) }
      interrupts.append(
        SVDInterrupt(element: element, name: name, description: description, value: value))
    }
    for child in document.children(of: element) {
      switch document.tag(child) {
      case .name:
        if name != nil {
          finish()
          (name, value, description) = (nil, nil, nil)
          collector.add(
            Diagnostic(
              .svdBadValue, severity: .warning,
              "an `interrupt` with a second name \(document.text(of: child).quoted); it is taken as one of its own",
              at: document.place(of: child)))
        }
        name = text(child)
      case .description where description == nil: description = child
      case .value where value == nil: value = number(child)
      case .description, .value: repeated(child)
      default: unexpected(child)
      }
    }
    finish()
    return interrupts
  }

  private func enumeration(_ element: XMLDocument.Element) -> SVDEnumeration {
    let enumeration = SVDEnumeration(element: element)
    enumeration.derivedFrom = derivation(of: element)
    var seen = SeenTags()
    for child in document.children(of: element) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .name: enumeration.name = text(child)
      case .headerEnumName: enumeration.headerEnumName = text(child)
      case .usage: enumeration.usage = choice(child)
      case .enumeratedValue: if let value = enumeratedValue(child) { enumeration.values.append(value) }
      default: unexpected(child)
      }
    }
    return enumeration
  }

  private func enumeratedValue(_ element: XMLDocument.Element) -> SVDEnumeratedValue? {
    var name: Stated<String>?
    var description: XMLDocument.Element?
    var value: Stated<SVDEnumeratedValue.Pattern>?
    var isDefault: XMLDocument.Element?
    var seen = SeenTags()
    for child in document.children(of: element) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .name: name = text(child)
      case .description: description = child
      case .value:
        if let pattern = SVDNumber.pattern(document.bytes(of: child)) {
          value = Stated(value: pattern, element: child)
        } else {
          bad(child, "is no number")
        }
      case .isDefault:
        switch SVDNumber.boolean(document.bytes(of: child)) {
        case true?: isDefault = child
        case false?: account.set(child, .redundant)
        case nil: bad(child, "is neither `true` nor `false`")
        }
      default: unexpected(child)
      }
    }
    guard value != nil || isDefault != nil else {
      missing("value", in: element)
      return nil
    }
    // The schema lets a value be without a name; it then has its number for one.
    let made = name ?? Stated(value: "", element: element)
    return SVDEnumeratedValue(
      element: element, name: made, description: description, value: value, isDefault: isDefault)
  }

  private func writeConstraint(_ element: XMLDocument.Element) -> Stated<SVDWriteConstraint>? {
    var constraint: Stated<SVDWriteConstraint>?
    var isEmpty = true
    for child in document.children(of: element) {
      isEmpty = false
      switch document.tag(child) {
      case .writeAsRead, .useEnumeratedValues, .range:
        // The schema has a choice of them.
        if constraint != nil {
          account.setWhole(child, .wrong, in: document)
          collector.add(
            Diagnostic(
              .svdBadValue, severity: .warning,
              "a second constraint, `\(document.name(of: child))`; the first is taken",
              at: document.place(of: child)))
          continue
        }
      default: break
      }
      switch document.tag(child) {
      case .writeAsRead, .useEnumeratedValues:
        guard let isSo = SVDNumber.boolean(document.bytes(of: child)) else {
          bad(child, "is neither `true` nor `false`")
          continue
        }
        constraint = Stated(
          value: document.tag(child) == .writeAsRead ? .asRead(isSo) : .enumerated(isSo), element: child)
      case .range:
        var (minimum, maximum): (Stated<UInt64>?, Stated<UInt64>?)
        var seen = SeenTags()
        for grandchild in document.children(of: child) where isFirst(grandchild, &seen) {
          switch document.tag(grandchild) {
          case .minimum: minimum = number(grandchild)
          case .maximum: maximum = number(grandchild)
          default: unexpected(grandchild)
          }
        }
        guard let minimum, let maximum else {
          missing(minimum == nil ? "minimum" : "maximum", in: child, severity: .warning)
          account.setWhole(child, .wrong, in: document)
          continue
        }
        guard minimum.value <= maximum.value else {
          account.setWhole(child, .wrong, in: document)
          collector.add(
            Diagnostic(
              .svdBadValue, severity: .warning,
              "a range from \(minimum.value) to \(maximum.value) holds no value; it is left out",
              at: document.place(of: child)))
          continue
        }
        constraint = Stated(value: .range(minimum: minimum, maximum: maximum), element: child)
      default: unexpected(child)
      }
    }
    if constraint == nil {
      account.set(element, .wrong)
      if isEmpty { missing("range", in: element, severity: .warning) }
    }
    return constraint
  }

  // MARK: What several have

  /// Whether the element is the first of its name where there may be but one; the others are told, and left out.
  private func isFirst(_ element: XMLDocument.Element, _ seen: inout SeenTags) -> Bool {
    guard let tag = document.tag(element), !tag.mayRepeat, !seen.insert(tag) else { return true }
    repeated(element)
    return false
  }

  private func repeated(_ element: XMLDocument.Element) {
    account.setWhole(element, .wrong, in: document)
    collector.add(
      Diagnostic(
        .svdBadValue, severity: .warning,
        "a second `\(document.name(of: element))` in the same element; the first is taken",
        at: document.place(of: element)))
  }

  /// Takes one of the properties that registers inherit.
  ///
  /// - Returns: whether the element is one.
  private func property(_ element: XMLDocument.Element, _ properties: inout SVDProperties) -> Bool {
    switch document.tag(element) {
    case .size: properties.size = number(element)
    case .access: properties.access = access(element)
    case .protection: properties.protection = text(element)
    case .resetValue: properties.resetValue = number(element, severity: .warning)
    case .resetMask: properties.resetMask = number(element, severity: .warning)
    default: return false
    }
    return true
  }

  private func name(of element: XMLDocument.Element) -> Stated<String>? {
    if let child = document.children(of: element).first(where: { document.tag($0) == .name }) {
      let name = text(child)
      if !name.value.isEmpty { return name }
    }
    missing("name", in: element)
    return nil
  }

  /// Tells every attribute that SVD does not have on its element.
  private func tellOddAttributes() {
    for element in document.elementsWithAttributes where account.fate(of: element) != .wrong {
      for attribute in document.attributes(of: element) where document.isOdd(attribute, on: element) {
        let name = document.names[Int(attribute.name)]
        let known = document.tag(element)?.mayBeDerived == true ? ["\(SVDTag.derivedFrom)"] : []
        collector.add(
          Diagnostic(
            .svdUnknownElement, severity: .warning,
            "SVD knows no attribute \(name.quoted) of `\(document.name(of: element))`; it is left out",
            at: document.place(of: element),
            fix: Suggestion.nearest(to: name, among: known).map { "did you mean `\($0)`?" }))
      }
    }
  }

  private func takeDerivation(of item: SVDItem) { item.derivedFrom = derivation(of: item.element) }

  private func derivation(of element: XMLDocument.Element) -> Stated<String>? {
    for attribute in document.attributes(of: element)
    where attribute.name == SVDTag.derivedFrom.rawValue && !attribute.value.isEmpty {
      return Stated(value: attribute.value, element: element)
    }
    return nil
  }

  private func array(of element: XMLDocument.Element) -> SVDArray? {
    var (count, increment): (Stated<UInt64>?, Stated<UInt64>?)
    var (labelElement, indexElement): (XMLDocument.Element?, XMLDocument.Element?)
    var isArray = false
    for child in document.children(of: element) where account.fate(of: child) != .wrong {
      switch document.tag(child) {
      case .dim: count = number(child)
      case .dimIncrement: increment = number(child)
      case .dimIndex: labelElement = child
      case .dimArrayIndex: indexElement = child
      case .dimName: account.set(child, .cHeader)
      default: continue
      }
      isArray = true
    }
    guard isArray else { return nil }
    guard let count, let increment else {
      missing(count == nil ? "dim" : "dimIncrement", in: element)
      return nil
    }
    guard count.value >= 1, count.value <= UInt64(Self.maximumArrayCount) else {
      bad(count.element, "is outside 1...\(Self.maximumArrayCount)")
      return nil
    }
    let size = Int(count.value)
    var labels: [String]?
    if let labelElement {
      labels = SVDNumber.labels(document.text(of: labelElement), limit: Self.maximumArrayCount)
      if labels == nil { bad(labelElement, "lists no indices", severity: .warning) }
      if let found = labels, found.count != size {
        account.set(labelElement, .wrong)
        collector.add(
          Diagnostic(
            .svdBadValue, severity: .warning,
            "`dimIndex` names \(found.count) elements of an array of \(size); 0...\(size - 1) are taken",
            at: document.place(of: labelElement)))
        labels = nil
      }
    }
    if let indexElement, labels == nil {
      labels = indexNames(indexElement, count: size)
      labelElement = labels == nil ? labelElement : indexElement
    } else if let indexElement {
      account.setWhole(indexElement, .redundant, in: document)
    }
    return SVDArray(
      count: Stated(value: size, element: count.element), increment: increment,
      labels: labels ?? (0..<size).map { "\($0)" }, labelElement: labels == nil ? nil : labelElement)
  }

  /// The labels that a `dimArrayIndex` gives the elements of an array.
  private func indexNames(_ element: XMLDocument.Element, count: Int) -> [String]? {
    var labels = (0..<count).map { "\($0)" }
    var seen = SeenTags()
    for child in document.children(of: element) where isFirst(child, &seen) {
      switch document.tag(child) {
      case .headerEnumName: account.set(child, .cHeader)
      case .enumeratedValue:
        guard let value = enumeratedValue(child) else { continue }
        guard let number = value.value?.value.value else {
          missing("value", in: child, severity: .warning)
          account.setWhole(child, .wrong, in: document)
          continue
        }
        guard number < UInt64(count) else {
          bad(child, "is outside the array of \(count)", severity: .warning)
          continue
        }
        account.setWhole(child, .notSaid, in: document)
        if !value.name.value.isEmpty { labels[Int(number)] = value.name.value }
      default: unexpected(child)
      }
    }
    return labels
  }

  private func access(_ element: XMLDocument.Element) -> Stated<SVDAccess>? {
    let bytes = document.bytes(of: element)
    if let access = SVDAccess.allCases.first(where: { bytes.elementsEqual($0.rawValue.utf8) }) {
      return Stated(value: access, element: element)
    }
    // What vendors write for it, and what nobody can mean otherwise.
    account.set(element, .wrong)
    let text = document.text(of: element)
    let meant: SVDAccess? =
      switch text.lowercased().filter({ $0.isLetter }) {
      case "write", "writeonly", "w", "wo": .writeOnly
      case "read", "readonly", "r", "ro": .readOnly
      case "readwrite", "rw", "wr", "writeread": .readWrite
      case "writeonce": .writeOnce
      case "readwriteonce": .readWriteOnce
      default: nil
      }
    collector.add(
      Diagnostic(
        .svdBadValue, severity: .warning,
        "SVD knows no access \(text.quoted); "
          + (meant.map { "it is taken as `\($0.rawValue)`" } ?? "what stands above is taken"),
        at: document.place(of: element),
        fix: "use one of \(SVDAccess.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))"))
    return meant.map { Stated(value: $0, element: element) }
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ element: XMLDocument.Element
  ) -> Stated<Choice>? where Choice.RawValue == String {
    let bytes = document.bytes(of: element)
    if let choice = Choice.allCases.first(where: { bytes.elementsEqual($0.rawValue.utf8) }) {
      return Stated(value: choice, element: element)
    }
    account.set(element, .wrong)
    collector.add(
      Diagnostic(
        .svdBadValue, severity: .warning,
        "SVD knows no \(document.name(of: element)) \(document.text(of: element).quoted); it is left out",
        at: document.place(of: element),
        fix: Suggestion.fix(for: document.text(of: element), among: Choice.allCases.map(\.rawValue))))
    return nil
  }

  private func text(_ element: XMLDocument.Element) -> Stated<String> {
    Stated(value: document.text(of: element), element: element)
  }

  private func number(
    _ element: XMLDocument.Element, severity: Diagnostic.Severity = .error
  ) -> Stated<UInt64>? {
    if let number = SVDNumber.number(document.bytes(of: element)) {
      return Stated(value: number, element: element)
    }
    bad(element, "is no number of at most 64 bits", severity: severity)
    return nil
  }

  // MARK: Mistakes

  private func bad(
    _ element: XMLDocument.Element, _ fault: String, severity: Diagnostic.Severity = .error
  ) {
    account.set(element, .wrong)
    collector.add(
      Diagnostic(
        .svdBadValue, severity: severity,
        "`\(document.name(of: element))` \(document.text(of: element).quoted) \(fault)",
        at: document.place(of: element)))
  }

  private func missing(
    _ name: String, in element: XMLDocument.Element, severity: Diagnostic.Severity = .error
  ) {
    collector.add(
      Diagnostic(
        .svdMissingElement, severity: severity, "`\(document.name(of: element))` has no `\(name)`",
        at: document.place(of: element), fix: "add `<\(name)>…</\(name)>`"))
  }

  private func unexpected(_ element: XMLDocument.Element) {
    account.setWhole(element, .wrong, in: document)
    let parent = document.parent(of: element).map { document.name(of: $0) } ?? ""
    let name = document.name(of: element)
    collector.add(
      Diagnostic(
        .svdUnknownElement, severity: .warning,
        "SVD knows no element \(name.quoted) in `\(parent)`; it is left out", at: document.place(of: element),
        fix: Suggestion.nearest(to: name, among: SVDTag.names).map { "did you mean `\($0)`?" }))
  }
}
