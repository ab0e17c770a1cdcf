import DriverSpec

/// How a driver reaches its registers, all of them.
enum RegisterWay {
  /// Through I/O ports.
  case ports
  /// Through I/O ports or as memory that is mapped: as the board has it.
  case portsOrMemory
  /// As memory that is mapped.
  case memory

  /// The ways of a spec, of which a program has the first that its processor can have: through ports where every window says
  /// how, and as memory where every window does, or nothing else is left.
  static func all(of spec: DriverSpec) -> [RegisterWay] {
    let windows = spec.resources.compactMap(\.window)
    guard !windows.isEmpty, windows.allSatisfy({ $0.port != nil }) else { return [.memory] }
    return windows.allSatisfy { $0.mmio != nil } ? [.portsOrMemory, .memory] : [.ports]
  }
}
