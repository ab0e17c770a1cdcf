import CDeviceAccess
import _Volatile

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
    #if arch(x86_64)
      unsafe device_load_8(address)
    #else
      unsafe VolatileMappedRegister<Self>(unsafeBitPattern: address).load()
    #endif
  }

  /// Stores 8 bits to a device register.
  @unsafe @inline(__always)
  public func store(toDeviceAt address: UInt) {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    #if arch(x86_64)
      unsafe device_store_8(address, self)
    #else
      unsafe VolatileMappedRegister<Self>(unsafeBitPattern: address).store(self)
    #endif
  }
}

extension UInt16: RegisterWord {
  /// Loads 16 bits from a device register.
  @unsafe @inline(__always)
  public static func load(fromDeviceAt address: UInt) -> Self {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    #if arch(x86_64)
      unsafe device_load_16(address)
    #else
      unsafe VolatileMappedRegister<Self>(unsafeBitPattern: address).load()
    #endif
  }

  /// Stores 16 bits to a device register.
  @unsafe @inline(__always)
  public func store(toDeviceAt address: UInt) {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    #if arch(x86_64)
      unsafe device_store_16(address, self)
    #else
      unsafe VolatileMappedRegister<Self>(unsafeBitPattern: address).store(self)
    #endif
  }
}

extension UInt32: RegisterWord {
  /// Loads 32 bits from a device register.
  @unsafe @inline(__always)
  public static func load(fromDeviceAt address: UInt) -> Self {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    #if arch(x86_64)
      unsafe device_load_32(address)
    #else
      unsafe VolatileMappedRegister<Self>(unsafeBitPattern: address).load()
    #endif
  }

  /// Stores 32 bits to a device register.
  @unsafe @inline(__always)
  public func store(toDeviceAt address: UInt) {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    #if arch(x86_64)
      unsafe device_store_32(address, self)
    #else
      unsafe VolatileMappedRegister<Self>(unsafeBitPattern: address).store(self)
    #endif
  }
}

extension UInt64: RegisterWord {
  /// Loads 64 bits from a device register.
  @unsafe @inline(__always)
  public static func load(fromDeviceAt address: UInt) -> Self {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    #if arch(x86_64)
      unsafe device_load_64(address)
    #else
      unsafe VolatileMappedRegister<Self>(unsafeBitPattern: address).load()
    #endif
  }

  /// Stores 64 bits to a device register.
  @unsafe @inline(__always)
  public func store(toDeviceAt address: UInt) {
    // Safety: the caller vouches for the address; `DeviceBus`, which checked its region, is the only one.
    #if arch(x86_64)
      unsafe device_store_64(address, self)
    #else
      unsafe VolatileMappedRegister<Self>(unsafeBitPattern: address).store(self)
    #endif
  }
}
