import FoundationEssentials
import HostProcess

/// QEMU's device models without a guest: a driver on the host is the only one that talks to them.
///
/// Virtual time stands still, so devices do at once what they do at all.
public final class DeviceMachine: Sendable {
  private let emulator: Emulator
  /// Memory, registers and interrupt lines.
  public let memory: QTestClient
  /// QEMU's monitor.
  public let monitor: QMPClient
  /// The other end of the first serial line.
  public let serial: SerialLine

  /// Starts a machine.
  ///
  /// - Parameters:
  ///   - machine: the board.
  ///   - trace: events that QEMU writes down, such as `memory_region_ops_*`.
  /// - Throws: ``QEMUError/endedEarly(status:output:)`` when QEMU refuses its arguments.
  public init(
    _ machine: Machine = .standard, trace: [String] = []
  ) throws(QEMUError) {
    let folder = try asQEMUError { () throws(HostError) in try TemporaryFolder(prefix: "dddk-trace") }
    traceFolder = folder
    let tracing = trace.flatMap { ["-trace", $0] } + (trace.isEmpty ? [] : ["-D", folder.file("trace")])
    emulator = try Emulator(machine.emulator, sockets: ["qtest", "serial"]) { paths in
      machine.arguments + [
        "-accel", "tcg", "-S", "-qtest", "unix:\(paths[0])", "-qtest-log", "/dev/null",
        "-chardev", "socket,id=serial,path=\(paths[1])", "-serial", "chardev:serial",
      ] + tracing
    }
    memory = QTestClient(emulator.sockets[0])
    monitor = emulator.monitor
    serial = SerialLine(emulator.sockets[1])
  }

  private let traceFolder: TemporaryFolder

  /// Ends the machine; answers the accesses that its devices saw, in order, if they were traced.
  public func finish() -> [DeviceAccess] {
    emulator.quit()
    let contents = FileManager.default.contents(atPath: traceFolder.file("trace")) ?? Data()
    return String(decoding: contents, as: UTF8.self).split(separator: "\n").compactMap(DeviceAccess.init)
  }
}
