import Diagnostics
import SystemManifest

/// A ring's size is a power of two that the root task can hold.
func ringsArePowersOfTwo(_ system: JudgedSystem) {
  for component in system.spec.components {
    for use in component.uses {
      guard let ring = use.ring else { continue }
      let allowed = CheckedSystem.minimumRingBytes...UInt64(ManifestLimit.ringBytes)
      let size = ring.value
      guard !allowed.contains(size) || size & (size - 1) != 0 else { continue }
      let near = min(max(size, allowed.lowerBound), allowed.upperBound)
      // The largest power of two that is not above it.
      let power = UInt64(1) << UInt64(63 - near.leadingZeroBitCount)
      system.refuse(
        .ringSize,
        "a ring of \(size) bytes is not a power of two in \(allowed.lowerBound)...\(allowed.upperBound)",
        at: ring.place, fix: "use \(power)")
    }
  }
}
