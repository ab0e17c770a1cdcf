/// Where the root task maps what it looks at, in its own address space.
///
/// The kernel puts the root task's image, its IPC buffer and bootinfo far below.
enum RootLayout {
  /// Where pages of components are mapped while they are filled, one at a time.
  static let window: UInt64 = 0x4000_0000
  /// The startup page of component 0; the others follow.
  static let startupPages = window + 0x10_0000
  /// The statistics page of component 0; the others follow.
  static let statisticsPages = startupPages + 0x1_0000
  /// The first page of channel 0; those of the others follow.
  static let channelHeaders = statisticsPages + 0x1_0000
  /// The registers of the standard output's device, while no driver serves it.
  static let polledDevice = channelHeaders + 0x4_0000
  /// The page of firmware's tables that is read, at boot alone.
  static let firmwarePage = window + 0x1000
  /// log2 of the memory for the root task's own objects: paging objects and one endpoint.
  static let objectMemoryBits: UInt8 = 16
  /// Slots for the root task's own objects.
  static let objectSlots = 20
}

/// Where a component's memory is mapped, in its own address space.
///
/// Everything follows the image, with a page between any two things that is never mapped: what runs over its end
/// faults.
enum ComponentSpace {
  /// The lowest address of an image.
  static let lowest: UInt64 = 0x1_0000
  /// No image reaches this address; what follows the image does not reach twice as far.
  static let imageEnd: UInt64 = 0x4000_0000
  /// Bytes that are never mapped between two things.
  static let guardBytes: UInt64 = 4096
}
