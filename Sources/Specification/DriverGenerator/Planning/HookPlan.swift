import DriverSpec

/// A function that the author's Swift supplies.
struct HookPlan {
  /// Its name in Swift.
  var function: String
  /// What it must do.
  var summary: String
  var line: Int
  /// Whether it may fail: a step may, serving an interrupt may not.
  var throwsErrors: Bool

  /// The hooks of the spec, then the causes that no class serves.
  static func all(of spec: DriverSpec, _ interrupts: [InterruptPlan]) -> [HookPlan] {
    let steps = spec.hooks.map { hook in
      HookPlan(
        function: SwiftName.member(hook.name.value),
        summary: hook.summary?.value ?? "Hook `\(hook.name.value)`", line: hook.name.place.line,
        throwsErrors: true)
    }
    let causes = interrupts.flatMap { interrupt in
      interrupt.causes.compactMap { cause -> HookPlan? in
        guard case .hook(let function) = cause.service else { return nil }
        let state = interrupt.acknowledge == nil ? "which this must clear" : "which is cleared already"
        return HookPlan(
          function: function, summary: "Serves interrupt cause `\(cause.name)`, \(state)", line: cause.line,
          throwsErrors: false)
      }
    }
    return steps + causes
  }
}
