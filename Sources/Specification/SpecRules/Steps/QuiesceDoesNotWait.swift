import Diagnostics
import DriverSpec

/// `quiesce` stops the device at once: neither it nor what it calls waits, delays, loops on the device or asks the author's
/// Swift.
///
/// It is what the root task needs after a driver has died, when nobody can be waited for.
enum QuiesceDoesNotWait: Rule {
  static let code = DiagnosticCode.quiesceWaits

  static func check(_ subject: RuleSubject) {
    let sequences = Dictionary(subject.spec.sequences.map { ($0.name.value, $0) }) { first, _ in first }
    guard let quiesce = sequences["quiesce"] else { return }
    var seen: Set<String> = ["quiesce"]
    var rest = [quiesce]
    while let sequence = rest.popLast() {
      for step in sequence.allSteps {
        switch step.value {
        case .await: tell(subject, "waits for the device", step, sequence, quiesce)
        case .delay: tell(subject, "delays", step, sequence, quiesce)
        case .whileLoop: tell(subject, "loops while the device says so", step, sequence, quiesce)
        case .hook: tell(subject, "calls a hook", step, sequence, quiesce)
        case .call(let name, _):
          if let next = sequences[name.value], seen.insert(name.value).inserted { rest.append(next) }
        default: continue
        }
      }
    }
  }

  private static func tell(
    _ subject: RuleSubject, _ what: String, _ step: Located<Sequence.Step>, _ sequence: Sequence,
    _ quiesce: Sequence
  ) {
    report(
      subject, "`quiesce` must stop the device at once, and this \(what)", at: step.place,
      notes: sequence.name == quiesce.name ? [] : [.init("`quiesce` is here", at: quiesce.name.place)],
      fix: "write only what silences the device: mask its interrupts, disable it",
      waivers: quiesce.waivers + sequence.waivers)
  }
}
