import FoundationEssentials
import HostProcess

/// QEMU's device models without a guest: a driver on the host is the only one that talks to them.
public final class DeviceMachine: Sendable {
  /// What virtual time, which begins with the year 2020, does while the host drives the devices.
  public enum Time: Hashable, Sendable {
    /// It stands still: timers never expire.
    case still
    /// It jumps to the next expiry of any timer: what a device does later, it does
    /// within a few accesses. The processor's thread brings this about; poll, or wait for the interrupt.
    case jumping
  }

  private let emulator: Emulator
  private let board: DeviceBoard
  /// Memory, registers, I/O ports and interrupt lines.
  public let memory: QTestClient
  /// QEMU's monitor.
  public let monitor: QMPClient
  /// The other end of the first serial line.
  public let serial: SerialLine

  /// Starts a machine.
  ///
  /// - Parameters:
  ///   - board: the machine.
  ///   - devices: what is plugged into it, each as QEMU's `-device` takes it.
  ///   - options: further arguments of QEMU, for what the devices need.
  ///   - time: what virtual time does.
  ///   - trace: events that QEMU writes down, such as `memory_region_ops_*`.
  /// - Throws: ``QEMUError/endedEarly(status:output:)`` when QEMU refuses its arguments.
  public init(
    _ board: DeviceBoard = .virtAArch64, devices: [String] = [], options: [String] = [], time: Time = .still,
    trace: [String] = []
  ) throws(QEMUError) {
    let folder = try asQEMUError { () throws(HostError) in try TemporaryFolder(prefix: "dddk-trace") }
    traceFolder = folder
    self.board = board
    var arguments = board.arguments + options + devices.flatMap { ["-device", $0] }
    switch board.idling {
    case .poweredOff: arguments += ["-global", "arm-cpu.start-powered-off=on"]
    case .halted(let option, let program):
      let file = folder.file("idle")
      try asQEMUError { () throws(HostError) in try Descriptor.open(appending: file).sendAll(program) }
      arguments += [option, file]
    }
    switch time {
    case .still: arguments += ["-S"]
    case .jumping: arguments += ["-icount", "shift=0,sleep=off"]
    }
    arguments += ["-rtc", "base=2020-01-01T00:00:00,clock=vm"]
    arguments += trace.flatMap { ["-trace", $0] } + (trace.isEmpty ? [] : ["-D", folder.file("trace")])
    let all = arguments
    emulator = try Emulator(board.emulator, sockets: ["qtest", "serial"]) { paths in
      all + [
        "-accel", "tcg", "-qtest", "unix:\(paths[0])", "-qtest-log", "/dev/null",
        "-chardev", "socket,id=serial,path=\(paths[1])", "-serial", "chardev:serial",
      ]
    }
    memory = QTestClient(emulator.sockets[0])
    monitor = emulator.monitor
    serial = SerialLine(emulator.sockets[1])
  }

  private let traceFolder: TemporaryFolder

  /// Hears the inputs of the board's interrupt controller from now on (``QTestClient/isRaised(_:)``).
  ///
  /// - Throws: ``QEMUError/unexpectedReply(command:reply:)`` when the board has none or several.
  public func hearInterrupts() throws(QEMUError) {
    let controllers = try monitor.objectPaths(ofType: board.interruptController)
    guard controllers.count == 1 else {
      throw .unexpectedReply(
        command: "info qom-tree", reply: "\(controllers.count) of type \(board.interruptController)")
    }
    try memory.interceptInterrupts(of: controllers[0])
  }

  /// What device models have said so far of accesses that they do not know; they say it where the machine was started
  /// with `-d guest_errors` and traces something.
  public func complaints() -> [String] {
    let contents = FileManager.default.contents(atPath: traceFolder.file("trace")) ?? Data()
    return String(decoding: contents, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.contains("memory_region_ops_") }
  }

  /// Ends the machine; answers the accesses that its devices saw, in order, if they were traced.
  public func finish() -> [DeviceAccess] {
    emulator.quit()
    let contents = FileManager.default.contents(atPath: traceFolder.file("trace")) ?? Data()
    return String(decoding: contents, as: UTF8.self).split(separator: "\n").compactMap(DeviceAccess.init)
  }
}
