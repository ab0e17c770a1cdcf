public import Diagnostics

/// What an SVD file says, flat: every peripheral, register and field by itself, arrays expanded, at its address.
public struct SVDListing: Sendable, Equatable {
  /// The chip's name.
  public var device: String
  /// In source order; the elements of an array one after the other.
  public var peripherals: [Peripheral]

  /// A peripheral at its place in the chip.
  public struct Peripheral: Sendable, Equatable {
    /// Its name; of an element of an array, with its label.
    public var name: String
    /// Where it begins.
    public var address: UInt64
    /// One line that says what it is.
    public var summary: String?
    /// The group that the file puts it in.
    public var group: String?
    /// The peripheral that it is derived from.
    public var derivedFrom: String?
    /// In source order, arrays expanded.
    public var registers: [Register]
    /// In source order.
    public var interrupts: [Interrupt]
  }

  /// A line of the chip's interrupt controller.
  public struct Interrupt: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its number.
    public var number: UInt64
    /// One line that says what it tells.
    public var summary: String?
  }

  /// A register at its address.
  public struct Register: Sendable, Equatable {
    /// Its name from the peripheral's top; of an element of an array, with its label: `CH[2].CTRL`.
    public var name: String
    /// Its address for the processor.
    public var address: UInt64
    /// Bytes from the start of its peripheral.
    public var offset: UInt64
    /// Bits.
    public var width: UInt64
    /// What may be done with it: `read-write`, `read-only`, or another word of specs.
    public var access: String
    /// What a write does, where it does not just set the value: `oneToClear` and the like.
    public var writeEffect: String?
    /// What a read changes: `clear` and the like.
    public var readEffect: String?
    /// The value after reset, where the file says one.
    public var reset: UInt64?
    /// The bits of the value after reset that are known.
    public var resetMask: UInt64?
    /// Of an element of an array, the name with the size of each array: `CH[8].CTRL`.
    public var array: String?
    /// Which element it is: one number for each array, the outermost first.
    public var indices: [Int]
    /// Where the file names it.
    public var line: Int
    /// One line that says what it is for.
    public var summary: String?
    /// Fields, arrays expanded.
    public var fields: [Field]
  }

  /// Some bits of a register.
  public struct Field: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// The lowest bit.
    public var lsb: Int
    /// The highest bit.
    public var msb: Int
    /// What may be done with it.
    public var access: String
    /// What a write does, where it does not just set the value.
    public var writeEffect: String?
    /// What a read changes.
    public var readEffect: String?
    /// One line that says what it is for.
    public var summary: String?
    /// Names for its values.
    public var values: [Value]
  }

  /// A name for a value.
  public struct Value: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The value; `nil` for every other (`isDefault`).
    public var value: UInt64?
    /// Set where a bit of the value may be anything.
    public var anyBits: UInt64
    /// `read`, `write` or `read-write`.
    public var usage: String
    /// One line that says what it means.
    public var summary: String?
  }

  /// The most registers and fields that are listed.
  public static let maximumCount = 1_000_000
}

extension SVDFile {
  /// Everything in the file, flat.
  ///
  /// - Parameters:
  ///   - names: the peripherals that are listed; all where it is empty.
  ///   - collector: told where the list would have no end in sight.
  /// - Returns: the list.
  public func listing(of names: Set<String> = [], into collector: DiagnosticCollector) -> SVDListing {
    var lister = SVDLister(file: self, collector: collector)
    return lister.listing(of: names)
  }
}

private struct SVDLister {
  let file: SVDFile
  let collector: DiagnosticCollector
  var count = 0
  var isFull = false
  /// What clusters come to that have been counted.
  var totals: [ObjectIdentifier: Int] = [:]

  mutating func listing(of names: Set<String>) -> SVDListing {
    let device = file.device
    var listing = SVDListing(device: file.name, peripherals: [])
    for peripheral in device.peripherals {
      let base = peripheral.baseAddress?.value ?? 0
      for index in 0..<(peripheral.array?.count.value ?? 1) where !isFull {
        let name =
          peripheral.array.map { SVDName.element(peripheral.name.value, label: $0.labels[index]) }
          ?? peripheral.name.value
        guard names.isEmpty || names.contains(name) else { continue }
        let address = base &+ UInt64(index) &* (peripheral.array?.increment.value ?? 0)
        var registers: [SVDListing.Register] = []
        let top = Place(
          name: "", array: "", indices: [], offset: 0, base: address,
          properties: peripheral.properties.inheriting(device.properties))
        list(peripheral.items, in: top, into: &registers)
        listing.peripherals.append(
          SVDListing.Peripheral(
            name: name, address: address, summary: summary(peripheral.description),
            group: peripheral.groupName?.value, derivedFrom: peripheral.derivedFrom?.value,
            registers: registers,
            interrupts: peripheral.interrupts.map {
              SVDListing.Interrupt(
                name: $0.name.value, number: $0.value.value, summary: summary($0.description))
            }))
      }
    }
    return listing
  }

  /// Where a list of items stands.
  private struct Place {
    var name: String
    var array: String
    var indices: [Int]
    var offset: UInt64
    var base: UInt64
    var properties: SVDProperties
  }

  private mutating func list(_ items: [SVDItem], in place: Place, into registers: inout [SVDListing.Register])
  {
    guard !isFull, count + total(items) <= SVDListing.maximumCount else {
      if !isFull, let first = items.first {
        isFull = true
        collector.add(
          Diagnostic(
            .svdTooLarge,
            "the file comes to more than \(SVDListing.maximumCount) registers and fields",
            at: file.document.place(of: first.element)))
      }
      return
    }
    for item in items {
      let array = item.array
      let name = array == nil ? item.name.value : SVDName.withoutArray(item.name.value)
      var here = place
      here.array += (place.array.isEmpty ? "" : ".") + name + (array.map { "[\($0.count.value)]" } ?? "")
      let offset = (item as? SVDCluster)?.addressOffset ?? (item as? SVDRegister)?.addressOffset
      let register = item as? SVDRegister
      let fields = register.map {
        self.fields(of: $0, $0.properties.inheriting(place.properties).access?.value ?? .readWrite)
      }
      let summary = register.flatMap { self.summary($0.description) }
      // An empty cluster of a long array costs time too.
      let isCluster = register == nil
      for index in 0..<(array?.count.value ?? 1) {
        count += isCluster ? 1 : 0
        let name = array.map { SVDName.element(item.name.value, label: $0.labels[index]) } ?? item.name.value
        here.name = place.name.isEmpty ? name : "\(place.name).\(name)"
        here.indices = array == nil ? place.indices : place.indices + [index]
        here.offset = place.offset &+ (offset?.value ?? 0) &+ UInt64(index) &* (array?.increment.value ?? 0)
        if let register, let fields {
          registers.append(self.register(register, in: here, summary, fields))
          count += 1 + fields.count
        } else if let cluster = item as? SVDCluster {
          here.properties = cluster.properties.inheriting(place.properties)
          list(cluster.items, in: here, into: &registers)
        }
        if isFull { return }
      }
    }
  }

  /// How much a list of items comes to, or more than is listed.
  private mutating func total(_ items: [SVDItem]) -> Int {
    var sum = 0
    for item in items {
      let count = item.array?.count.value ?? 1
      var one = 1
      if let register = item as? SVDRegister {
        one += register.fields.count
      } else if let cluster = item as? SVDCluster {
        if let known = totals[ObjectIdentifier(cluster)] {
          one = known
        } else {
          one += total(cluster.items)
          totals[ObjectIdentifier(cluster)] = one
        }
      }
      // Each factor is small, so that the product does not overflow.
      sum = min(sum + min(one, SVDListing.maximumCount + 1) * count, SVDListing.maximumCount + 1)
    }
    return sum
  }

  private func register(
    _ register: SVDRegister, in place: Place, _ summary: String?, _ fields: [SVDListing.Field]
  ) -> SVDListing.Register {
    let properties = register.properties.inheriting(place.properties)
    return SVDListing.Register(
      name: place.name, address: place.base &+ place.offset, offset: place.offset,
      width: properties.size?.value ?? file.device.width?.value ?? 32,
      access: (properties.access?.value ?? .readWrite).text,
      writeEffect: register.writeEffect?.value.rawValue,
      readEffect: register.readAction?.value.rawValue, reset: properties.resetValue?.value,
      resetMask: properties.resetMask?.value, array: place.indices.isEmpty ? nil : place.array,
      indices: place.indices, line: file.document.place(of: register.name.element).line, summary: summary,
      fields: fields)
  }

  private func fields(of register: SVDRegister, _ access: SVDAccess) -> [SVDListing.Field] {
    var fields: [SVDListing.Field] = []
    fields.reserveCapacity(register.fields.count)
    for field in register.fields {
      guard let bits = field.bits else { continue }
      let values = field.enumerations.flatMap(values)
      for index in 0..<min(field.array?.count.value ?? 1, 64) {
        let name =
          field.array.map { SVDName.element(field.name.value, label: $0.labels[index]) } ?? field.name.value
        let distance = Int(truncatingIfNeeded: min(64, field.array?.increment.value ?? 0)) * index
        let lsb = bits.lsb + distance
        fields.append(
          SVDListing.Field(
            name: name, lsb: lsb, msb: lsb + bits.width - 1, access: (field.access?.value ?? access).text,
            writeEffect: field.writeEffect?.value.rawValue, readEffect: field.readAction?.value.rawValue,
            summary: summary(field.description), values: values))
      }
    }
    return fields
  }

  private func values(of enumeration: SVDEnumeration) -> [SVDListing.Value] {
    let usage = enumeration.usage?.value ?? .readWrite
    return enumeration.values.map { value in
      SVDListing.Value(
        name: value.name.value, value: value.value?.value.value, anyBits: value.value?.value.anyBits ?? 0,
        usage: usage.rawValue, summary: summary(value.description))
    }
  }

  private func summary(_ element: XMLDocument.Element?) -> String? {
    element.map { OneLine.text(file.document.bytes(of: $0)) }
  }
}

extension SVDAccess {
  /// The access as specs say it.
  var text: String {
    switch self {
    case .readOnly: "read-only"
    case .writeOnly: "write-only"
    case .readWrite: "read-write"
    case .writeOnce: "write-once"
    case .readWriteOnce: "read-write-once"
    }
  }
}
