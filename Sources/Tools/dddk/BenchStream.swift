import Boards
import FoundationEssentials
import HostProcess
import QEMU
import SystemSpec

/// Messages a second from one component to another: they are sent on the board and timed here.
enum BenchStream {
  /// Builds the system and times it.
  ///
  /// - Parameters:
  ///   - board: the board's name.
  ///   - kernel: `reference`, or the prefix of an installed seL4.
  ///   - package: the package in whose build folder the system is built.
  /// - Returns: messages a second of this machine's time.
  /// - Throws: what is wrong, and how to mend it.
  static func messagesPerSecond(board: String, kernel: String, package: String) throws -> Int {
    let folder = try TemporaryFolder(prefix: "dddk-bench")
    let file = folder.file("stream.system.yaml")
    try Data(system(on: board).utf8).write(to: URL(filePath: file))
    let options = try SystemOptions.parse([
      "--board", board, "--kernel", kernel, "--package-path", package, "--system", file,
    ])
    let outcome = try options.image(output: folder.file("image"))
    let console = ScriptedConsole(
      try VirtualMachine(outcome.machine, image: outcome.bootImage(), module: outcome.image.module))
    try console.wait(for: "messages begin\r\n", within: .seconds(120))
    let start = ContinuousClock.now
    let said = try console.wait(for: "messages ", within: .seconds(300))
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let end = try console.wait(for: "\r\n", within: .seconds(30))
    console.machine.quit()
    guard let count = end.wholeMatch(of: /end: ([0-9]+)\r\n/).flatMap({ Double($0.1) }) else {
      throw CommandFailure("the stream of messages broke:\n\(said)\(end)")
    }
    return Int(count / seconds)
  }

  /// The board's default system with two components more, below it.
  private static func system(on board: String) throws -> String {
    let kit = try Kit.locate()
    guard let machine = Board.named(board),
      let driver = DriverTarget.shipped(by: kit).first(where: { $0.program.product == machine.serialDriver }),
      let spec = try CheckedFile(checking: driver.spec).spec
    else { throw CommandFailure("no driver of the kit serves the serial line of `\(board)`") }
    return DefaultSystem.text(
      driver: spec.name.value, board: board, device: machine.serialNode)
        + """
          sink:    {program: MessageSink, priority: 50}
          source:  {program: MessageSource, uses: {sink: {component: sink, ring: 16384}}, priority: 50}

        """
  }
}
