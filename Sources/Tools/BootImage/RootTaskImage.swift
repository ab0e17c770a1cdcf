import ImageFormat

/// The root task with everything that it starts: a plain seL4 root server, the same for every kernel.
public enum RootTaskImage {
  /// The file of the archive that says what to start.
  public static let manifestName = "manifest"

  /// Appends the manifest and the components to the root task.
  ///
  /// - Parameters:
  ///   - rootTask: the root task.
  ///   - manifest: what to start, as `SystemManifest` writes it.
  ///   - components: programs by the names under which the manifest speaks of them.
  /// - Returns: an ELF file.
  /// - Throws: `BootImageError`, also if a component's page would be writable and executable.
  public static func bytes(
    rootTask: Program, manifest: [UInt8], components: [(name: String, program: Program)]
  ) throws(BootImageError) -> [UInt8] {
    var files = [ArchiveFile(name: manifestName, bytes: manifest)]
    for component in components {
      try component.program.checkPagePermissions()
      files.append(ArchiveFile(name: component.name, bytes: component.program.elf))
    }
    try rootTask.checkPagePermissions()
    var image = rootTask
    image.append(try Archive.bytes(of: files))
    return image.elf
  }
}
