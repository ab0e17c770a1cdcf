import Boards
import HostProcess

/// A board that runs an image, with the other end of its serial line in hand.
///
/// It ends with its last owner.
public final class VirtualMachine: Sendable {
  /// How virtual time goes.
  public enum Clock: Sendable {
    /// As the host's.
    case real
    /// One nanosecond an instruction, so that a clock of the guest counts instructions.
    case instructions

    fileprivate var arguments: [String] {
      switch self {
      case .real: []
      case .instructions: ["-icount", "shift=0,align=off,sleep=off"]
      }
    }
  }

  private let emulator: Emulator
  /// The other ends of the serial lines, in the board's order.
  public let lines: [SerialLine]
  /// The other end of the first serial line.
  public var serial: SerialLine { lines[0] }
  /// QEMU's monitor.
  public let monitor: QMPClient

  /// Starts a machine on an image.
  ///
  /// - Parameters:
  ///   - board: what to start.
  ///   - image: the path of the ELF that QEMU loads and enters.
  ///   - module: the path of the file that Multiboot puts into memory beside it, where the board starts so.
  ///   - lines: how many serial lines are attached; at least 1, and at most as many as the board has.
  ///   - clock: how virtual time goes.
  ///   - arguments: further arguments to QEMU.
  /// - Throws: ``QEMUError/endedEarly(status:output:)`` when QEMU refuses the image or an argument.
  public init(
    _ board: Board, image: String, module: String? = nil, lines: Int = 1, clock: Clock = .real,
    arguments: [String] = []
  ) throws(QEMUError) {
    let names = (0..<lines).map { "serial\($0)" }
    emulator = try Emulator(board.emulator.program, sockets: names) { paths in
      board.machineArguments + ["-kernel", image]
        + zip(names, paths).flatMap { name, path in
          ["-chardev", "socket,id=\(name),path=\(path)", "-serial", "chardev:\(name)"]
        } + (module.map { ["-initrd", $0] } ?? []) + clock.arguments + arguments
    }
    self.lines = emulator.sockets.map(SerialLine.init)
    monitor = emulator.monitor
  }

  /// Ends the machine.
  public func quit() { emulator.quit() }

  /// Whether QEMU has ended.
  public var hasEnded: Bool { (try? emulator.process.status()) != nil }

  /// Why QEMU ended, with what it said, once its sockets are closed.
  public func ending() -> QEMUError {
    _ = try? emulator.process.wait(until: .after(.seconds(2)))
    return .endedEarly(status: emulator.ending, output: emulator.output)
  }
}
