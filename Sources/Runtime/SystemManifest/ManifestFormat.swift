/// The layout of an encoded manifest: little-endian, unaligned, every table by offset and count.
///
/// A reference is {offset u32, count u32}; an offset counts from the manifest's first byte.
enum ManifestFormat {
  /// "DDDKSYST" as a little-endian number.
  static let magic: UInt64 = 0x5453_5953_4B44_4444
  /// Counts up with every change of the layout.
  static let version: UInt32 = 3

  /// {magic u64, version u32, byteCount u32, components ref, channels ref}.
  enum Header {
    static let magic = 0
    static let version = 8
    static let byteCount = 12
    static let components = 16
    static let channels = 24
    static let stride = 32
  }

  /// {name ref, image ref, requests u16, priority u8, 0 u8, stackBytes u32, driver ref (0 or 1)}.
  enum Component {
    static let name = 0
    static let image = 8
    static let requests = 16
    static let priority = 18
    static let stackBytes = 20
    static let driver = 24
    static let stride = 32
  }

  /// {name, device, compatibles, regions, interrupts, clocks, registers: refs; transmitter,
  /// receiver, parameters: ref}.
  enum Driver {
    static let name = 0
    static let device = 8
    static let compatibles = 16
    static let regions = 24
    static let interrupts = 32
    static let clocks = 40
    static let registers = 48
    static let transmitter = 56
    static let receiver = 80
    static let parameters = 104
    static let stride = 112
  }

  /// {present u8, dataWidth u8, statusWidth u8, 0 u8, region, dataOffset, statusOffset, mask,
  /// blockedValue: u32}.
  enum Polled {
    static let present = 0
    static let dataWidth = 1
    static let statusWidth = 2
    static let region = 4
    static let dataOffset = 8
    static let statusOffset = 12
    static let mask = 16
    static let blockedValue = 20
  }

  /// A text's own reference, as an element of a table of texts.
  enum Text {
    static let stride = 8
  }

  /// {size u64, index u32, access u8, 0 × 3}.
  enum Region {
    static let size = 0
    static let index = 8
    static let access = 12
    static let stride = 16
  }

  /// {index u32, trigger u8, 0 × 3}.
  enum Interrupt {
    static let index = 0
    static let trigger = 4
    static let stride = 8
  }

  /// {name ref, index u32, 0 u32}; by name where the name is not empty.
  enum Clock {
    static let name = 0
    static let index = 8
    static let stride = 16
  }

  /// {value u64}.
  enum Parameter {
    static let stride = 8
  }

  /// {offset u64, name ref, region u32, width u8, 0 × 3}.
  enum Register {
    static let offset = 0
    static let name = 8
    static let region = 16
    static let width = 20
    static let stride = 24
  }

  /// {server u16, client u16, ringBytes u32, class u8, 0 × 3}.
  enum Channel {
    static let server = 0
    static let client = 2
    static let ringBytes = 4
    static let deviceClass = 8
    static let stride = 12
  }
}
