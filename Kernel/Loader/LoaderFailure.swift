import DeviceTree
import ImageFormat

/// Why a boot image cannot be started on this machine.
enum LoaderFailure: Error, Equatable {
  /// Neither the first argument nor the board's place holds a device tree.
  case noDeviceTree
  /// The device tree has `size` bytes, more than the loader sets aside.
  case deviceTreeTooLarge(size: UInt64)
  case deviceTree(TreeError)
  case noMemory
  case archive(Archive.Malformed)
  case missingKernel
  case missingRootTask
  case kernel(ELFImage.Malformed)
  case rootTask(ELFImage.Malformed)
  /// The kernel's segments do not keep one distance between virtual and physical addresses, or its range does
  /// not fit the gigabyte that the loader maps.
  case kernelAddresses(virtual: UInt64)
  /// Something would end at `end`, where the machine's memory or the loader itself begins or ends.
  case noRoom(end: UInt64, limit: UInt64)

  /// What the serial line shows.
  var text: StaticString {
    switch self {
    case .noDeviceTree: "no device tree where the board puts it"
    case .deviceTreeTooLarge: "the device tree is too large: bytes, limit 65536"
    case .deviceTree: "the device tree is malformed"
    case .noMemory: "the device tree names no memory"
    case .archive: "the boot image has no archive behind the loader"
    case .missingKernel: "the boot image holds no kernel.elf"
    case .missingRootTask: "the boot image holds no root-task.elf"
    case .kernel: "kernel.elf is no program that can be loaded"
    case .rootTask: "root-task.elf is no program that can be loaded"
    case .kernelAddresses: "kernel.elf has addresses that cannot be mapped, at"
    case .noRoom: "kernel, device tree and root task need more memory: end, limit"
    }
  }

  /// The numbers that belong to the text.
  var numbers: (UInt64?, UInt64?) {
    switch self {
    case .deviceTreeTooLarge(let size): (size, nil)
    case .kernelAddresses(let virtual): (virtual, nil)
    case .noRoom(let end, let limit): (end, limit)
    default: (nil, nil)
    }
  }
}
