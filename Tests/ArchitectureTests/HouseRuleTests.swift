import Foundation
import Testing

/// Rules of the house that a program can check.
@Suite struct HouseRuleTests {
  static let sources = SourceTree.files(
    in: ["Sources", "Kernel", "Plugins", "DriverSpecs", "Tests"], endings: [".swift"])

  @Test func modulesAndFilesAreNouns() {
    let words = ["Util", "Manager", "Helper", "Common", "Misc"]
    for file in Self.sources {
      for word in words where file.path.split(separator: "/").contains(where: { $0.contains(word) }) {
        Issue.record(
          "\(file.path): is named after no thing\nfix: name it after the one concept that it holds")
      }
    }
  }

  @Test func noTestIsDisabled() {
    for file in Self.sources where file.path.hasPrefix("Tests/") {
      for (index, code) in file.code.enumerated() {
        #expect(
          !code.contains(".disabled("),
          "\(file.path):\(index + 1): disables a test\nfix: mend it, delete it, or say with `.enabled(if:)` what it needs"
        )
      }
    }
  }

  @Test func theTargetUsesNoTextItCannotAfford() {
    // On the target `String` costs tens of kilobytes; it may stand where only the host compiles.
    let folders = [
      "Sources/Runtime/RegisterAccess/", "Sources/Runtime/SharedRing/", "Sources/Runtime/DeviceTree/",
      "Sources/Runtime/SeL4/", "Sources/Runtime/DriverRuntime/", "Sources/Runtime/RootTask/",
      "Sources/Runtime/CapabilityBroker/", "Sources/Runtime/Console/", "Kernel/Core/", "Kernel/Loader/",
    ]
    for file in Self.sources where folders.contains(where: { file.path.hasPrefix($0) }) {
      var conditions: [Bool] = []
      for (index, code) in file.code.enumerated() {
        let code = code.trimmingCharacters(in: .whitespaces)
        if code.hasPrefix("#if") {
          conditions.append(code.contains("!os(none)") || code.contains("!hasFeature(Embedded)"))
        }
        if code.hasPrefix("#else"), let last = conditions.popLast() {
          // The other branch of `#if os(none)` is the host's.
          conditions.append(!last && file.hostBranch(before: index))
        }
        if code.hasPrefix("#endif") { _ = conditions.popLast() }
        guard !conditions.contains(true) else { continue }
        guard code.contains("String") || code.contains("Foundation") else { continue }
        #expect(
          !code.contains(/(^|[^\w.])String([^\w]|$)/) && !code.hasPrefix("import Foundation"),
          """
          \(file.path):\(index + 1): uses `String` on the target
          fix: use `StaticString` or a span of bytes, or put it behind `#if !os(none)`
          """)
      }
    }
  }

  @Test func nothingNamesThePlaceWhereItWasWritten() {
    let files =
      SourceTree.files(
        in: ["Sources", "Kernel", "Plugins", "DriverSpecs", "Templates", "docs", "Tests", ".ci"],
        endings: [".swift", ".md", ".yaml", ".c", ".h", ".S", ".ld", ".json"])
    for file in files where !file.path.hasPrefix("Tests/ArchitectureTests/") {
      for (index, line) in file.lines.enumerated()
      where ["/work/", "/home/", "/root/"].contains(where: { line.contains($0) }) {
        #expect(
          !line.contains(/(^|[\s"'(=`])\/(work|home|root)\//),
          "\(file.path):\(index + 1): holds a path of one machine\nfix: find it from the package's folder")
      }
    }
  }
}

extension SourceTree.File {
  /// Whether the `#else` at a line belongs to an `#if` that asks for the target.
  fileprivate func hostBranch(before line: Int) -> Bool {
    var depth = 0
    for code in self.code[..<line].reversed() {
      let code = code.trimmingCharacters(in: .whitespaces)
      if code.hasPrefix("#endif") { depth += 1 }
      if code.hasPrefix("#if") {
        if depth == 0 { return code.contains("os(none)") || code.contains("hasFeature(Embedded)") }
        depth -= 1
      }
    }
    return false
  }
}
