import ComponentInterface
import ConsoleCore
import DriverRuntime

// What the supervisor says about components, and what it is asked to do with them.
extension Console {
  mutating func components() {
    line.write("name              state       restarts    grants\r\n")
    forEachComponent { console, status in
      console.write(status.name, width: 18)
      let state = status.state.text
      console.line.write(state)
      console.line.pad(11 - state.utf8CodeUnitCount)
      console.line.write(decimal: UInt64(status.restarts), width: 9)
      console.line.write(decimal: UInt64(status.grants), width: 10)
      console.line.newLine()
    }
  }

  mutating func stats(_ name: Range<Int>) {
    if name.isEmpty {
      forEachComponent { $0.stats($1) }
    } else if let status = find(name) {
      stats(status)
    }
  }

  private mutating func stats(_ status: ComponentStatus) {
    do throws(SupervisorError) {
      let counters = try StatisticsPage(supervisor.call(.statistics(component: status.id)))
      write(status.name, width: 18)
      line.write(decimal: counters.interrupts)
      line.write(" interrupts, ")
      line.write(decimal: counters.bytesReceived)
      line.write(" bytes received, ")
      line.write(decimal: counters.bytesTransmitted)
      line.write(" transmitted, ")
      line.write(decimal: counters.drops)
      line.write(" dropped\r\n")
      line.pad(18)
      line.write(decimal: counters.framingErrors)
      line.write(" framing, ")
      line.write(decimal: counters.parityErrors)
      line.write(" parity, ")
      line.write(decimal: counters.breaks)
      line.write(" break, ")
      line.write(decimal: counters.overruns)
      line.write(" overrun errors; ")
      line.write(decimal: counters.peerFaults)
      line.write(" peer faults\r\n")
    } catch {
      show(error)
    }
  }

  /// Asks a component to fault, `count` times: each time it has been rebuilt, or is held down, when the next begins.
  mutating func crash(_ name: Range<Int>, _ count: UInt64) {
    guard let status = find(name) else { return }
    line.flush()
    for _ in 0..<count {
      do throws(SupervisorError) {
        try supervisor.call(.crash(component: status.id)).checkGranted()
      } catch {
        show(error)
        return
      }
    }
  }

  mutating func start(_ name: Range<Int>) {
    guard let status = find(name) else { return }
    do throws(SupervisorError) {
      try supervisor.call(.start(component: status.id)).checkGranted()
    } catch {
      show(error)
    }
  }

  mutating func resources() {
    do throws(SupervisorError) {
      let count = try ResourceCount(supervisor.call(.resources))
      line.write(decimal: count.slotsUsed)
      line.write(" of ")
      line.write(decimal: count.slotsTotal)
      line.write(" slots in use, ")
      line.write(decimal: count.untypedBytesFree)
      line.write(" of ")
      line.write(decimal: count.untypedBytesTotal)
      line.write(" bytes of untyped memory free\r\n")
    } catch {
      show(error)
    }
  }

  mutating func explain() {
    var index: UInt32 = 0
    while true {
      do throws(SupervisorError) {
        let grant = try Grant(supervisor.call(.grant(index: index)))
        explain(grant)
        index += 1
        guard index < grant.total else { return }
      } catch {
        if error != .noSuchIndex { show(error) }
        return
      }
    }
  }

  private mutating func explain(_ grant: Grant) {
    if let status = try? ComponentStatus(supervisor.call(.component(index: grant.component))) {
      write(status.name, width: 18)
    } else {
      line.write("root task         ")
    }
    switch grant.kind {
    case .untyped: memory("untyped     ", grant, isMapped: false)
    case .deviceFrame: memory("registers   ", grant, isMapped: true)
    case .frame: memory("memory      ", grant, isMapped: true)
    case .channel: memory("channel     ", grant, isMapped: true)
    case .interrupt:
      line.write("interrupt   ")
      line.write(decimal: grant.first)
      line.write(", slot ")
      line.write(decimal: grant.second)
      line.write(grant.third == 0 ? ", level" : ", edge")
    case .ports:
      line.write("I/O ports   ")
      line.write(hexadecimal: grant.first)
      line.write(", ")
      line.write(decimal: grant.second)
      line.write(" ports, slot ")
      line.write(decimal: grant.third)
    case .endpoint:
      line.write("endpoint    slot ")
      line.write(decimal: grant.first)
      line.write(", badge ")
      line.write(hexadecimal: grant.second)
      line.write(", rights ")
      line.write(hexadecimal: grant.third)
    case .notification:
      line.write("notification slot ")
      line.write(decimal: grant.first)
      line.write(", badge ")
      line.write(hexadecimal: grant.second)
      line.write(grant.third == 1 ? ", to signal" : ", to wait for")
    case .object:
      line.write("object      type ")
      line.write(decimal: grant.first)
      line.write(", 2^")
      line.write(decimal: grant.second)
      line.write(" bytes, ")
      line.write(decimal: grant.third)
      line.write(" of them")
    default:
      line.write("kind ")
      line.write(decimal: UInt64(grant.kind.rawValue))
    }
    line.newLine()
  }

  private mutating func memory(_ what: StaticString, _ grant: Grant, isMapped: Bool) {
    line.write(what)
    line.write(hexadecimal: grant.first)
    line.write(", ")
    line.write(decimal: grant.second)
    line.write(" bytes")
    if isMapped {
      line.write(", at ")
      line.write(hexadecimal: grant.third)
    }
  }

  // MARK: components by name

  /// Calls `body` with every component's status, in the manifest's order.
  private mutating func forEachComponent(_ body: (inout Console, ComponentStatus) -> Void) {
    var index: UInt32 = 0
    while true {
      do throws(SupervisorError) {
        let status = try ComponentStatus(supervisor.call(.component(index: index)))
        body(&self, status)
        index += 1
        guard index < status.total else { return }
      } catch {
        show(error)
        return
      }
    }
  }

  /// The component whose name was typed; says so where there is none.
  private mutating func find(_ range: Range<Int>) -> ComponentStatus? {
    let name = nameTyped(range)
    if let found = find(name) { return found }
    line.write("no component `")
    write(name, width: 0)
    line.write("`; `components` lists them\r\n")
    return nil
  }

  /// The component of this name.
  mutating func find(_ name: ComponentName) -> ComponentStatus? {
    var found: ComponentStatus?
    forEachComponent { _, status in
      if status.name == name { found = status }
    }
    return found
  }

  private mutating func write(_ name: ComponentName, width: Int) {
    let count = name.count
    for index in 0..<count { line.write(name.bytes[index]) }
    line.pad(width - count)
  }
}

extension ComponentStatus.State {
  fileprivate var text: StaticString {
    switch self {
    case .stopped: "stopped"
    case .running: "running"
    case .restarting: "restarting"
    case .heldDown: "held down"
    default: "unknown"
    }
  }
}
