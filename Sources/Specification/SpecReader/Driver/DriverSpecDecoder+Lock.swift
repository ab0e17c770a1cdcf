import Diagnostics
import DriverSpec

extension DriverSpecDecoder {
  /// `watchdog: {register: WDOGLOCK, unlock: [0x1ACCE551], lock: 1}`.
  func lock(_ entry: YAMLEntry) -> Lock? {
    guard
      let mapping = MappingDecoder(
        entry.value, "lock \(entry.key.value.quoted)", at: entry.key.place, SpecShapes.lock, decoder)
    else { return nil }
    var isWhole = true
    let register = mapping.required("register", example: "WDOGLOCK").flatMap {
      registerReference($0, "register", example: "WDOGLOCK")
    }
    let nodes = mapping.required("unlock", example: "[0x1ACCE551]").flatMap {
      decoder.oneOrMore($0, "unlock")
    }
    let unlock = (nodes ?? []).compactMap { decoder.number($0, "unlock") }
    let lock = mapping.said("lock", &isWhole) { decoder.number($0, "lock") }
    let summary = mapping.text("summary")
    guard let register, isWhole, !unlock.isEmpty, unlock.count == nodes?.count else { return nil }
    return Lock(name: entry.key, summary: summary, register: register, unlock: unlock, lock: lock)
  }
}
