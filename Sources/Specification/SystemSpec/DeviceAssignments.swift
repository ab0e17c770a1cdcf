import Diagnostics
import DriverSpec

/// Which device each driver component serves: the one at its path, or the only one that fits.
struct DeviceAssignments {
  /// By the component's name.
  private(set) var devices: [String: BoardDevice] = [:]

  init(
    _ spec: SystemSpec, _ catalogue: SystemCatalogue, _ board: BoardDevices,
    into collector: DiagnosticCollector
  ) {
    let named = Set(
      spec.components.compactMap { component -> String? in
        guard case .driver(_, let path?) = component.role else { return nil }
        return (try? board.device(at: path.value))?.path
      })
    for component in spec.components {
      guard case .driver(let name, let path) = component.role,
        let driver = catalogue.driver(named: name.value)
      else { continue }
      let fitting = board.devices(compatibleWith: driver.spec.identity.compatible.map(\.value))
      let candidates = fitting.filter { $0.isAvailable && !named.contains($0.path) }
      devices[component.name.value] =
        if let path {
          Self.device(at: path, for: driver, fitting: fitting, on: board, into: collector)
        } else {
          Self.onlyDevice(among: candidates, for: driver, at: component.name, into: collector)
        }
    }
  }

  /// The device that a component names by its path.
  private static func device(
    at path: Located<String>, for driver: SystemDriver, fitting: [BoardDevice], on board: BoardDevices,
    into collector: DiagnosticCollector
  ) -> BoardDevice? {
    let fix =
      fitting.count == 1
      ? "use \(fitting[0].path.quoted)"
      : Suggestion.nearest(to: path.value, among: (fitting + board.devices).map(\.path)).map {
        "did you mean \($0.quoted)?"
      } ?? Suggestion.fix(for: path.value, among: fitting.map(\.path))
    let found: BoardDevice?
    do {
      found = try board.device(at: path.value)
    } catch {
      let reason =
        if case .ambiguousPath = error { "fits more than one node" } else {
          "is not in the board's device tree"
        }
      collector.add(Diagnostic(.unknownDevice, "\(path.value.quoted) \(reason)", at: path.place, fix: fix))
      return nil
    }
    let wanted = driver.spec.identity.compatible.map(\.value)
    guard let found, !Set(found.compatible).isDisjoint(with: wanted) else {
      let has = found?.compatible.map(\.quoted).joined(separator: ", ") ?? "nothing"
      collector.add(
        Diagnostic(
          .deviceMismatch,
          "\(path.value.quoted) is compatible with \(has), and \(driver.spec.name.value.quoted) drives "
            + wanted.map(\.quoted).joined(separator: ", "),
          at: path.place, fix: fix))
      return nil
    }
    guard found.isAvailable else {
      collector.add(
        Diagnostic(
          .deviceDisabled, "\(path.value.quoted) is disabled by its `status` in the board's device tree",
          at: path.place, fix: fitting.first { $0.isAvailable }.map { "use \($0.path.quoted)" }))
      return nil
    }
    return found
  }

  /// The device of a component that names none.
  private static func onlyDevice(
    among candidates: [BoardDevice], for driver: SystemDriver, at component: Located<String>,
    into collector: DiagnosticCollector
  ) -> BoardDevice? {
    if candidates.count == 1 { return candidates[0] }
    let wanted = driver.spec.identity.compatible.map(\.value.quoted).joined(separator: ", ")
    collector.add(
      Diagnostic(
        .unknownDevice,
        candidates.isEmpty
          ? "the board has no free device that is compatible with \(wanted), for component "
            + component.value.quoted
          : "the board has \(candidates.count) devices that are compatible with \(wanted), and component "
            + "\(component.value.quoted) does not say which it serves",
        at: component.place,
        fix: candidates.isEmpty
          ? "run on a board that has one" : "add `device: \(candidates[0].path)` or another of them"))
    return nil
  }
}
