import ImageFormat

/// The root task with everything that it starts: a plain seL4 root server, the same for every kernel.
public enum RootTaskImage {
  /// The file of the archive that says what to start.
  public static let manifestName = "manifest"

  /// The file of the archive that is the board's device tree, where the kernel hands none over.
  public static let treeName = "device-tree"

  /// Appends the manifest and the components to the root task.
  ///
  /// - Parameters:
  ///   - rootTask: the root task.
  ///   - manifest: what to start, as `SystemManifest` writes it.
  ///   - tree: the board's flattened device tree, where the board hands none to its software.
  ///   - components: programs by the names under which the manifest speaks of them.
  /// - Returns: an ELF file, with sections, so that other build systems' tools take it.
  /// - Throws: `BootImageError`, also if a component's page would be writable and executable.
  public static func bytes(
    rootTask: Program, manifest: [UInt8], tree: [UInt8]? = nil, components: [(name: String, program: Program)]
  ) throws(BootImageError) -> [UInt8] {
    var files = [ArchiveFile(name: manifestName, bytes: manifest)]
    if let tree { files.append(ArchiveFile(name: treeName, bytes: tree)) }
    for component in components {
      try component.program.checkPagePermissions()
      files.append(ArchiveFile(name: component.name, bytes: component.program.elf))
    }
    try rootTask.checkPagePermissions()
    var image = rootTask
    image.append(try Archive.bytes(of: files))
    return image.sectionedELF
  }
}
