import Diagnostics
import SystemManifest

/// Names of components can be typed at the console and fit into the manifest.
func namesAreUsable(_ system: JudgedSystem) {
  for component in system.spec.components {
    let name = component.name
    let first = name.value.utf8.first.map(isLetter) ?? false
    let rest = name.value.utf8.allSatisfy {
      isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || isDigit($0)
    }
    if !first || !rest {
      system.refuse(
        .badComponentName, "component name \(name.value.quoted) is not made of letters, digits, `-` and `_`",
        at: name.place, fix: "begin with a letter, for example `serial0`")
    } else if name.value.utf8.count > ManifestLimit.nameBytes {
      system.refuse(
        .badComponentName,
        "component name \(name.value.quoted) has \(name.value.utf8.count) letters; the limit is "
          + "\(ManifestLimit.nameBytes)", at: name.place, fix: "shorten it")
    }
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
