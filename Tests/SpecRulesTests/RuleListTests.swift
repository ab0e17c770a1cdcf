import Diagnostics
import Foundation
import Testing

@testable import SpecRules

@Suite struct RuleListTests {
  @Test func everyRuleIsAskedAndHasItsOwnCode() throws {
    let codes = SpecRules.all.map { $0.code }
    #expect(Set(codes).count == codes.count)
    let names = Set(SpecRules.all.map { "\($0)" })
    let folder = BadSpec.root.appending(path: "Sources/Specification/SpecRules")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var written: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let name = file.deletingPathExtension().lastPathComponent
      if text.contains("enum \(name): Rule {") { written.insert(name) }
      #expect(text.components(separatedBy: ": Rule {").count <= 2, "\(name) holds more than one rule")
    }
    #expect(written == names)
  }

  @Test func onlyTheRulesMakeACheckedSpec() throws {
    var makers: [String] = []
    for name in ["Sources/Specification", "Sources/Tools"] {
      let folder = BadSpec.root.appending(path: name)
      let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      for case let file as URL in files where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        if text.contains("@_spi(SpecRules) ") { makers.append(file.lastPathComponent) }
      }
    }
    #expect(makers == ["SpecRules.swift"])
  }
}
