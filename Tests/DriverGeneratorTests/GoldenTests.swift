import DriverGenerator
import Foundation
import Testing

/// What is generated, byte by byte: `RECORD=1 swift test --filter GoldenTests` writes it anew, and still fails.
struct GoldenTests {
  @Test(arguments: Case.all)
  func generatedTextIsAsRecorded(_ example: Case) throws {
    let files = try example.generate()
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    if isRecording {
      try? FileManager.default.removeItem(at: example.golden)
      try FileManager.default.createDirectory(at: example.golden, withIntermediateDirectories: true)
      for file in files {
        try Data(file.text.utf8).write(to: example.golden.appendingPathComponent(file.name))
      }
      Issue.record("recorded \(example.name): look at the difference, then run without RECORD")
    }
    let recorded = try FileManager.default.contentsOfDirectory(atPath: example.golden.path).sorted()
    #expect(recorded == files.map(\.name).sorted(), "a file is stale or missing; RECORD=1 writes them")
    for file in files {
      let golden = try String(contentsOf: example.golden.appendingPathComponent(file.name), encoding: .utf8)
      #expect(golden == file.text, "\(file.name) differs; RECORD=1 writes it")
    }
  }

  @Test func noRecordedCaseIsWithoutItsSpec() throws {
    let recorded = try FileManager.default.contentsOfDirectory(atPath: Case.folder("Golden").path).sorted()
    #expect(recorded == Case.all.map(\.name).sorted())
  }

  @Test(arguments: Case.all)
  func twoRunsGiveTheSameBytes(_ example: Case) throws {
    #expect(try example.generate() == example.generate())
  }

  @Test(arguments: Case.all)
  func textSaysWhereItComesFromAndNothingOfTheMachine(_ example: Case) throws {
    let source = try example.source()
    for file in try example.generate() {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[0].contains("Do not edit"))
      #expect(lines[0].contains(source.name) && lines[0].contains(source.digest))
      #expect(lines[0].contains("dddk generate"))
      #expect(!file.text.contains(Case.root.path) && !file.text.contains(NSHomeDirectory() + "/"))
      #expect(file.text.firstMatch(of: /20[0-9][0-9]-[0-9][0-9]/) == nil)
      #expect(lines.allSatisfy { $0.count <= 110 && $0.last != " " }, "\(file.name)")
    }
  }

  @Test func aChangedByteChangesTheDigest() {
    let one = SpecFile(name: "a.driver.yaml", bytes: [1, 2, 3])
    let other = SpecFile(name: "a.driver.yaml", bytes: [1, 2, 4])
    #expect(one.digest != other.digest)
    #expect(one.digest.count == 16)
  }

  @Test func namesOfFilesFollowFromTheSpecsAlone() {
    #expect(
      GeneratedFile.Part.allCases.map { GeneratedFile.name(of: $0, forSpec: "pl011.driver.yaml") } == [
        "pl011.registers.swift", "pl011.driver.swift", "pl011.fake.swift", "pl011.component.swift",
      ])
  }
}
