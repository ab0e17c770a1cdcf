import ImageFormat

/// One file that a machine boots: the loader with a kernel and a root-task image.
public enum BootImage {
  /// The file of the archive that holds the kernel.
  public static let kernelName = "kernel.elf"
  /// The file of the archive that holds the root-task image.
  public static let rootTaskName = "root-task.elf"
  /// The empty file of the archive that asks the loader to let user level read the cycle counter.
  public static let cycleCounterName = "user-cycle-counter"

  /// Appends a kernel and a root-task image to the loader.
  ///
  /// - Parameters:
  ///   - loader: the kit's loader.
  ///   - kernel: the reference kernel, or seL4's `kernel.elf`.
  ///   - rootTaskImage: what `RootTaskImage` made; goes in unchanged, byte for byte.
  ///   - userCycleCounter: lets user level read the processor's cycle counter, for measurements: what one
  ///     component does shows in another's counts.
  /// - Returns: an ELF file.
  /// - Throws: `BootImageError`.
  public static func bytes(
    loader: Program, kernel: Program, rootTaskImage: [UInt8], userCycleCounter: Bool = false
  ) throws(BootImageError) -> [UInt8] {
    // Checked here, where a message can be read, and not only by the loader.
    _ = try Program(elf: rootTaskImage, name: rootTaskName, machine: loader.machine)
    var files = [
      ArchiveFile(name: kernelName, bytes: kernel.elf),
      ArchiveFile(name: rootTaskName, bytes: rootTaskImage),
    ]
    if userCycleCounter { files.append(ArchiveFile(name: cycleCounterName, bytes: [])) }
    var image = loader
    image.append(try Archive.bytes(of: files))
    return image.elf
  }
}
