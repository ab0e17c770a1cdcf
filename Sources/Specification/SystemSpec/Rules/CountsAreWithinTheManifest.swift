import Diagnostics
import SystemManifest

/// The system is no larger than the root task's tables.
func countsAreWithinTheManifest(_ system: JudgedSystem) {
  let components = system.spec.components
  if components.count > ManifestLimit.components {
    system.refuse(
      .tooManyComponents,
      "the system has \(components.count) components; the limit is \(ManifestLimit.components)",
      at: components[ManifestLimit.components].name.place, fix: "run fewer components")
  }
  var channels: [String: Int] = [:]
  var total = 0
  for component in components {
    for use in component.uses {
      total += 1
      for name in [component.name.value, use.component.value] {
        channels[name, default: 0] += 1
        guard channels[name] == ManifestLimit.channelsPerComponent + 1 else { continue }
        system.refuse(
          .tooManyChannels,
          "component \(name.quoted) has more than \(ManifestLimit.channelsPerComponent) channels",
          at: use.component.place,
          fix: "connect fewer ports")
      }
      guard total == ManifestLimit.channels + 1 else { continue }
      system.refuse(
        .tooManyChannels, "the system has more than \(ManifestLimit.channels) channels",
        at: use.component.place,
        fix: "connect fewer ports")
    }
  }
}
