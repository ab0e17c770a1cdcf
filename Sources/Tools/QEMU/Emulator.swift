import FoundationEssentials
import HostProcess

/// One running QEMU: the process, its monitor, and the sockets that it called at.
///
/// It ends with its last owner.
final class Emulator: Sendable {
  let process: ChildProcess
  let monitor: QMPClient
  let sockets: [Descriptor]
  private let folder: TemporaryFolder

  /// Starts QEMU and waits until it has called at every socket.
  ///
  /// - Parameters:
  ///   - program: the emulator, by name or path.
  ///   - names: names of sockets in addition to the monitor's.
  ///   - patience: how long QEMU may take to call.
  ///   - arguments: gives the arguments for the sockets' paths, in the order of `names`.
  /// - Throws: ``QEMUError/endedEarly(status:output:)`` when QEMU refuses its arguments.
  init(
    _ program: String, sockets names: [String], patience: Duration = .seconds(20),
    arguments: (_ paths: [String]) -> [String]
  ) throws(QEMUError) {
    let folder = try asQEMUError { () throws(HostError) in try TemporaryFolder(prefix: "dddk-qemu") }
    var listeners: [LocalListener] = []
    for name in names + ["monitor"] {
      listeners.append(
        try asQEMUError { () throws(HostError) in try LocalListener(path: folder.file(name)) })
    }
    let paths = listeners.map(\.path)
    let log = folder.file("output")
    let process = try asQEMUError { () throws(HostError) in
      try ChildProcess(
        [program, "-display", "none", "-nodefaults", "-no-reboot", "-qmp", "unix:\(paths[names.count])"]
          + arguments(Array(paths.dropLast())),
        output: .descriptor(Descriptor.open(appending: log)), errors: .output)
    }
    let deadline = Deadline.after(patience)
    do {
      var connected: [Descriptor] = []
      for (listener, name) in zip(listeners, names + ["monitor"]) {
        connected.append(
          try asQEMUError { () throws(HostError) in
            try listener.accept(from: process, name: "QEMU's \(name)", until: deadline)
          })
      }
      monitor = try QMPClient(connected[names.count], until: deadline)
      sockets = Array(connected.dropLast())
    } catch {
      process.stop(patience: .zero)
      if case .host(.connectionClosed) = error {
        throw .endedEarly(status: Self.ending(of: process), output: Self.text(of: log))
      }
      throw error
    }
    self.process = process
    self.folder = folder
  }

  deinit { process.stop(patience: .zero) }

  /// A file of QEMU's own folder, gone with it.
  func file(_ name: String) -> String { folder.file(name) }

  /// What QEMU itself has said.
  var output: String { Self.text(of: folder.file("output")) }

  /// How QEMU ended, or that it runs.
  var ending: String { Self.ending(of: process) }

  /// Ends QEMU over its monitor, and by force if it does not listen.
  func quit() {
    try? monitor.quit()
    if (try? process.wait(until: .after(.seconds(5)))) == nil { process.stop() }
  }

  private static func ending(of process: ChildProcess) -> String {
    switch try? process.status() {
    case .exited(let status): "status \(status)"
    case .signalled(let number): "signal \(number)"
    case nil: "still running"
    }
  }

  private static func text(of file: String) -> String {
    let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    return text.trimmingSuffix(while: \.isWhitespace)
  }
}

extension String {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, predicate(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
