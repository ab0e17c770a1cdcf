import HostProcess
import Testing

/// A kernel that the systems are run on.
struct TestKernel: Sendable, CustomTestStringConvertible {
  /// What `dddk run --kernel` is given.
  let option: String

  var testDescription: String { option == "reference" ? "reference kernel" : "seL4 in \(option)" }

  static let reference = TestKernel(option: "reference")

  /// The seL4 that SEL4_PREFIX names, where it is set.
  static let sel4 = HostEnvironment["SEL4_PREFIX"].map { TestKernel(option: $0) }

  /// The reference kernel, and seL4 where SEL4_PREFIX is set.
  static let all = [reference] + (sel4.map { [$0] } ?? [])
}
