/// QEMU's `virt` machine for AArch64 with a GICv2 and 1 GiB of memory, as seL4's platform `qemu-arm-virt`
/// knows it.
enum Platform {
  /// Corresponds to `maxIRQ`.
  static var maximumInterrupt: UInt { 159 }
  /// The virtual timer's private interrupt, which the kernel keeps for its tick.
  static var timerInterrupt: UInt { 27 }
  static var memoryStart: UInt { 0x4000_0000 }
  static var memoryEnd: UInt { 0x8000_0000 }
  static var interruptDistributor: UInt { 0x0800_0000 }
  static var interruptInterface: UInt { 0x0801_0000 }

  /// The pages of the interrupt controller: no untyped covers them.
  static func kernelDevices() throws(BootError) -> MemoryRegions {
    var devices = MemoryRegions()
    try devices.append(MemoryRegion(start: interruptDistributor, end: interruptDistributor &+ 0x1000))
    try devices.append(MemoryRegion(start: interruptInterface, end: interruptInterface &+ 0x1000))
    return devices
  }
}
