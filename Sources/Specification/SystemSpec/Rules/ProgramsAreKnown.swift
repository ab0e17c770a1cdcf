import Diagnostics

/// Every driver and program that a component names is there.
func programsAreKnown(_ system: JudgedSystem) {
  let drivers = system.catalogue.drivers.map(\.spec.name.value)
  let programs = system.catalogue.programs.map(\.name)
  for component in system.spec.components {
    switch component.role {
    case .driver(let name, _) where !drivers.contains(name.value):
      system.refuse(
        .unknownDriver, "there is no driver \(name.value.quoted)", at: name.place,
        fix: programs.contains(name.value)
          ? "it is a program: write `program: \(name.value)`"
          : Suggestion.fix(for: name.value, among: drivers))
    case .program(let name) where !programs.contains(name.value):
      system.refuse(
        .unknownProgram, "there is no program \(name.value.quoted)", at: name.place,
        fix: drivers.contains(name.value)
          ? "it is a driver: write `driver: \(name.value)`" : Suggestion.fix(for: name.value, among: programs)
      )
    default: break
    }
  }
}
