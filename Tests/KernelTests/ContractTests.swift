import ContractModel
import Foundation
import KernelContract
import SeL4
import Testing

@testable import Kernel

/// The host model does what seL4 did: the files in Contract hold what seL4 showed when the root task `kernel-contract` ran
/// on it, and say which seL4 that was.
///
/// The system tests have the same root task run on the reference kernel, and on seL4 where one is installed.
struct ContractTests {
  @Test("the model does in each case what seL4 does")
  func casesAgree() throws {
    let machine = try ContractMachine()
    let recorded = try RecordedContract.cases()
    let told = RecordedContract.split(try machine.run { $0.run() })
    #expect(told.map(\.name) == recorded.map(\.name))
    let lines = Dictionary(recorded.map { ($0.name, $0.lines) }, uniquingKeysWith: { first, _ in first })
    for mine in told { #expect(mine.lines == lines[mine.name], "\(mine.name)") }
    machine.model.expectWellFormed()
  }

  @Test("the model does in random calls what seL4 does")
  func randomCallsAgree() throws {
    let recorded = try RecordedContract.blocks()
    // A few, since this build of the model is not optimised; one that is makes them all (KernelContractTests).
    let blocks = 1
    let machine = try ContractMachine()
    let told = try machine.run { $0.runBlocks(seed: RecordedContract.seed, first: 0, count: Word(blocks)) }
      .split(whereSeparator: \.isNewline).map(String.init)
    #expect(told.count == blocks)
    for (mine, theirs) in zip(told, recorded) {
      #expect(mine == theirs, "docs/kernel-contract.md says how to find the call")
    }
    machine.model.expectWellFormed()
  }

  @Test("an episode can be made again call by call")
  func episodesAreRepeatable() throws {
    let machine = try ContractMachine()
    let told = try machine.run { $0.runEpisode(seed: 7, number: 3, prints: true) }
    let lines = told.split(whereSeparator: \.isNewline).map(String.init)
    let calls = lines.filter { $0.hasPrefix("call ") }
    #expect(calls.count == 100)
    let again = try ContractMachine().run { contract in
      contract.beginEpisode()
      for call in calls { contract.make(call) }
      contract.endEpisode()
    }
    #expect(again == told)
  }

  @Test("cases have names of their own, and there are at least 150", arguments: RecordedProcessor.allCases)
  func namesAreUnique(_ processor: RecordedProcessor) throws {
    let names = try RecordedContract.cases(of: processor).map(\.name)
    #expect(names.count >= 150)
    #expect(Set(names).count == names.count)
  }

  @Test("no case is recorded that could not be made", arguments: RecordedProcessor.allCases)
  func casesWereMade(_ processor: RecordedProcessor) throws {
    for recorded in try RecordedContract.cases(of: processor) {
      #expect(!recorded.lines.contains { $0.hasPrefix("  cannot ") }, "\(recorded.name)")
    }
  }

  @Test("a case that a processor leaves out, for a reason that is told, is shown by another")
  func leftOutCasesAreShownElsewhere() throws {
    var shown: Set<String> = []
    var leftOut: Set<String> = []
    for processor in RecordedProcessor.allCases {
      shown.formUnion(try RecordedContract.cases(of: processor).map(\.name))
      for (name, reason) in try RecordedContract.leftOut(by: processor) {
        #expect(!reason.isEmpty, "\(name)")
        leftOut.insert(name)
      }
    }
    #expect(!leftOut.isEmpty)
    #expect(leftOut.subtracting(shown).isEmpty)
  }
}

/// A processor on which seL4 showed what it does.
enum RecordedProcessor: String, CaseIterable {
  case aarch64, riscv64, x86_64

  /// What documents call it.
  var title: String {
    switch self {
    case .aarch64: "AArch64"
    case .riscv64: "RISC-V"
    case .x86_64: "x86-64"
    }
  }
}

/// What seL4 showed, as it is kept.
enum RecordedContract {
  struct Case {
    let name: String
    let lines: [String]
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Contract")

  /// The recorded cases of a processor; of the one that the model is of where none is named.
  static func cases(of processor: RecordedProcessor = .aarch64) throws -> [Case] {
    split(try transcript(of: processor))
  }

  /// The cases that a processor cannot show, and why not.
  static func leftOut(by processor: RecordedProcessor) throws -> [(name: String, reason: String)] {
    try transcript(of: processor).split(whereSeparator: \.isNewline).compactMap { line in
      guard let match = line.wholeMatch(of: /left out ([a-z0-9-]+): (.*)/) else { return nil }
      return (String(match.1), String(match.2))
    }
  }

  private static func transcript(of processor: RecordedProcessor) throws -> String {
    try String(contentsOf: folder.appending(path: "\(processor.rawValue)/cases.txt"), encoding: .utf8)
  }

  /// The seed of the recorded random calls.
  static let seed: Word = 1

  /// The recorded hashes, one line a block of a thousand random calls.
  static func blocks() throws -> [String] {
    try String(contentsOf: folder.appending(path: "aarch64/random.txt"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map(String.init).filter { $0.hasPrefix("block ") }
  }

  /// A transcript by its cases; lines before the first say where it comes from.
  static func split(_ text: String) -> [Case] {
    var cases: [Case] = []
    var name: String?
    var lines: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("case ") {
        if let name { cases.append(Case(name: name, lines: lines)) }
        name = String(line.dropFirst(5))
        lines = []
      } else if line.hasPrefix("  ") {
        lines.append(String(line))
      }
    }
    if let name { cases.append(Case(name: name, lines: lines)) }
    return cases
  }
}
