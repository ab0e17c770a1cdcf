import Diagnostics
import SystemManifest

/// No component runs at the root task's priority or above it: supervision must always come through.
func prioritiesAreBelowTheRootTask(_ system: JudgedSystem) {
  for component in system.spec.components where component.priority.value > Int(ManifestLimit.priority) {
    system.refuse(
      .priorityOutOfRange,
      "priority \(component.priority.value) of component \(component.name.value.quoted) is not below the root "
        + "task's; the limit is \(ManifestLimit.priority)",
      at: component.priority.place, fix: "use a number in 0...\(ManifestLimit.priority)")
  }
}
