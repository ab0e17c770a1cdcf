/// What a target program is, and so where it stands and which instructions it may use.
public enum FirmwareRole: String, CaseIterable, Sendable {
  /// The reference kernel: high addresses, no floating point.
  case kernel
  /// Places kernel, device tree and root task, with the MMU off: no unaligned access.
  case loader
  /// A program above the kernel: the root task or a component.
  case component
}
