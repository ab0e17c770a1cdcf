import CDeviceAccess

/// The unit of one access to a device: 8, 16, 32 or 64 bits.
public protocol RegisterWord: FixedWidthInteger, UnsignedInteger, Sendable {
  /// Loads from a device register: one access of this width, never merged, dropped or moved past another.
  @unsafe static func load(fromDeviceAt address: UInt) -> Self

  /// Stores to a device register: one access of this width, never merged, dropped or moved past another.
  @unsafe func store(toDeviceAt address: UInt)
}

extension UInt8: RegisterWord {
  /// Loads 8 bits from a device register.
  @unsafe @inline(__always)
  public static func load(fromDeviceAt address: UInt) -> Self {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    unsafe device_load_8(address)
  }

  /// Stores 8 bits to a device register.
  @unsafe @inline(__always)
  public func store(toDeviceAt address: UInt) {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    unsafe device_store_8(address, self)
  }
}

extension UInt16: RegisterWord {
  /// Loads 16 bits from a device register.
  @unsafe @inline(__always)
  public static func load(fromDeviceAt address: UInt) -> Self {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    unsafe device_load_16(address)
  }

  /// Stores 16 bits to a device register.
  @unsafe @inline(__always)
  public func store(toDeviceAt address: UInt) {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    unsafe device_store_16(address, self)
  }
}

extension UInt32: RegisterWord {
  /// Loads 32 bits from a device register.
  @unsafe @inline(__always)
  public static func load(fromDeviceAt address: UInt) -> Self {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    unsafe device_load_32(address)
  }

  /// Stores 32 bits to a device register.
  @unsafe @inline(__always)
  public func store(toDeviceAt address: UInt) {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    unsafe device_store_32(address, self)
  }
}

extension UInt64: RegisterWord {
  /// Loads 64 bits from a device register.
  @unsafe @inline(__always)
  public static func load(fromDeviceAt address: UInt) -> Self {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    unsafe device_load_64(address)
  }

  /// Stores 64 bits to a device register.
  @unsafe @inline(__always)
  public func store(toDeviceAt address: UInt) {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    unsafe device_store_64(address, self)
  }
}
