/// A device with as many registers as wanted, for measurements: as a spec, and as a person would write it in the
/// style of C.
struct SyntheticDevice {
  /// How many registers, of 32 bits and five fields each.
  let registerCount: Int

  /// A field's place.
  private struct Field {
    let name: String
    let low: Int
    let width: Int
    var mask: Int { (1 << width) - 1 }
  }

  /// The fields of every register, half of them flags: 27 bits.
  private static let fields: [Field] = {
    var low = 0
    return [1, 4, 1, 8, 1].enumerated().map { index, width in
      defer { low += width + 1 }
      return Field(name: "FIELD\(index)", low: low, width: width)
    }
  }()

  /// How many fields there are in all.
  var fieldCount: Int { registerCount * Self.fields.count }

  /// The device as a spec.
  var spec: String {
    var text = """
      dddk: 1
      driver: BENCH
      device: {compatible: ["bench,device"]}
      resources:
        registers: {mmio: 0, size: \(registerCount * 4)}
      register-width: 32
      registers:

      """
    let fields = Self.fields.map {
      "\($0.name): \($0.width == 1 ? "\($0.low)" : "\($0.low + $0.width - 1):\($0.low)")"
    }
    .joined(separator: ", ")
    for index in 0..<registerCount {
      text +=
        "  REG\(index): {offset: \(index * 4), summary: register number \(index), fields: {\(fields)}}\n"
    }
    return text
  }

  /// The device in Swift in the style of C: a word, shifts and masks, with the comments of a careful author.
  var plainSwift: String {
    var text = """
      import RegisterAccess

      @inline(__always)
      func bits(_ word: UInt32, _ shift: UInt32, _ mask: UInt32) -> UInt32 { (word &>> shift) & mask }

      @inline(__always)
      func replaced(_ word: UInt32, _ shift: UInt32, _ mask: UInt32, _ value: UInt32) -> UInt32 {
        (word & ~(mask &<< shift)) | ((value & mask) &<< shift)
      }

      @inline(__always)
      func load(_ base: UInt, _ offset: UInt) -> UInt32 { unsafe .load(fromDeviceAt: base &+ offset) }

      @inline(__always)
      func store(_ base: UInt, _ offset: UInt, _ word: UInt32) {
        unsafe word.store(toDeviceAt: base &+ offset)
      }

      """
    for index in 0..<registerCount {
      text += """

        /// Register number \(index). (bench.h:\(index + 8))
        struct REG\(index) {
          var word: UInt32

          /// Reads the register.
          static func read(_ base: UInt) -> REG\(index) { REG\(index)(word: load(base, \(index * 4))) }

          /// Writes the register.
          func write(_ base: UInt) { store(base, \(index * 4), word) }

        """
      for field in Self.fields {
        text += """

            /// Bits \(field.low + field.width - 1):\(field.low). (bench.h:\(index + 8))
            var \(field.name): UInt32 {
              get { bits(word, \(field.low), \(field.mask)) }
              set { word = replaced(word, \(field.low), \(field.mask), newValue) }
            }

          """
      }
      text += "}\n"
    }
    return text
  }
}
