import Boards
import HostProcess

extension Board {
  /// QEMU's arguments for this machine.
  public var machineArguments: [String] {
    ["-machine", emulator.machine, "-cpu", emulator.processor, "-m", "\(emulator.memoryMebibytes)"]
      + emulator.arguments
  }

  /// Has QEMU write the device tree that it gives to the guest, or to its firmware, into a file.
  public func writeDeviceTree(to path: String) throws(QEMUError) {
    let result = try asQEMUError { () throws(HostError) in
      try ChildProcess.run(
        [
          emulator.program, "-display", "none", "-nodefaults", "-machine",
          "\(emulator.machine),dumpdtb=\(path)", "-cpu", emulator.processor, "-m",
          "\(emulator.memoryMebibytes)",
        ], until: .after(.seconds(20)))
    }
    guard result.isSuccess else { throw .endedEarly(status: "no device tree", output: result.output) }
  }
}
