import Diagnostics
import SystemManifest

/// A stack has at least a page and no more than the root task can hold.
func stacksAreInRange(_ system: JudgedSystem) {
  for component in system.spec.components {
    guard let stack = component.stack else { continue }
    let allowed = CheckedSystem.pageBytes...UInt64(ManifestLimit.stackBytes)
    guard !allowed.contains(stack.value) else { continue }
    system.refuse(
      .stackOutOfRange,
      "a stack of \(stack.value) bytes for component \(component.name.value.quoted) is outside "
        + "\(allowed.lowerBound)...\(allowed.upperBound)",
      at: stack.place,
      fix:
        "use \(stack.value < allowed.lowerBound ? allowed.lowerBound : allowed.upperBound), or leave it out for "
        + "\(CheckedSystem.defaultStackBytes)")
  }
}
