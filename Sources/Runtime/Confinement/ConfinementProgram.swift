import ComponentInterface
import DriverRuntime

/// A component that tries what no component may do, one thing after the other, and reports what came of each.
///
/// Lines of the log say `NAME refused`, `NAME faulted` or, which must never be, `NAME ALLOWED`; the last says how many
/// things were tried. A fault ends its life; the next one finds in the counters that survive how far it had come.
@main
struct ConfinementProgram {
  static func main() {
    #if os(none)
      let component = Component()
      if component.statistics.counters.scratch1 == 1 { finish(component, "faulted") }
      while component.statistics.counters.scratch0 < UInt64(Attempt.allCases.count) {
        guard let attempt = Attempt(rawValue: Int(component.statistics.counters.scratch0)) else { break }
        component.statistics.counters.scratch1 = 1
        // A crash that follows progress is not held against a component.
        component.statistics.counters.progress &+= 1
        switch attempt.run(startupPage: component.startupPageAddress) {
        case .refused: finish(component, "refused")
        case .allowed: finish(component, "ALLOWED")
        }
      }
      var line = LogText()
      line.append("tried ")
      line.append(decimal: UInt64(Attempt.allCases.count))
      line.append(" things")
      _ = Supervisor().call(.writeLog(line))
      while true { _ = component.wait() }
    #else
      print("The confinement test runs on a board, as a component of a system.")
    #endif
  }

  #if os(none)
    /// Reports the attempt that is under way, and goes on to the next.
    private static func finish(_ component: borrowing Component, _ outcome: StaticString) {
      let index = Int(component.statistics.counters.scratch0)
      component.statistics.counters.scratch1 = 0
      component.statistics.counters.scratch0 += 1
      guard let attempt = Attempt(rawValue: index) else { return }
      var line = LogText()
      line.append(attempt.name)
      line.append(" ")
      line.append(outcome)
      _ = Supervisor().call(.writeLog(line))
    }
  #endif
}
