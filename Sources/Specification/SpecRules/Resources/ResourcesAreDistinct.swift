import Diagnostics
import DriverSpec

/// No two resources are the same entry of the device's node.
enum ResourcesAreDistinct: Rule {
  static let code = DiagnosticCode.resourceNamedTwice

  static func check(_ subject: RuleSubject) {
    var first: [ResourceEntry: (resource: Resource, place: SourcePlace)] = [:]
    for resource in subject.spec.resources {
      for (entry, place) in resource.entries {
        guard let earlier = first[entry] else {
          first[entry] = (resource, place)
          continue
        }
        let name = earlier.resource.name.value.quoted
        report(
          subject, "\(resource.name.value.quoted) and \(name) are both \(entry)", at: place,
          notes: [.init("\(name) is here", at: earlier.place)], fix: "keep one of them, or correct one index")
      }
    }
  }
}
