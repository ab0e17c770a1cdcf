import FoundationEssentials
import MutationAnalysis

/// What was found of the mutants of a spec, kept beside the spec so that a run can be ended and taken up again.
final class MutationRecord {
  /// Who noticed which mutant, by its name.
  private(set) var found: [String: MutationStages.Stage] = [:]
  private let path: String

  /// Takes up what a folder holds; nothing where it was found of another text.
  init(in folder: String, of source: [UInt8]) throws {
    path = "\(folder)/found.txt"
    let original = "\(folder)/original.driver.yaml"
    guard FileManager.default.contents(atPath: original) == Data(source) else {
      try Data(source).write(to: URL(filePath: original))
      try Data().write(to: URL(filePath: path))
      return
    }
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      if parts.count == 2, let stage = MutationStages.Stage(rawValue: String(parts[1])) {
        found[String(parts[0])] = stage
      }
    }
  }

  /// Keeps who noticed a mutant.
  func keep(_ stage: MutationStages.Stage, of mutant: Mutant) throws {
    found[mutant.name] = stage
    let line = Data("\(mutant.name)\t\(stage.rawValue)\n".utf8)
    try ((FileManager.default.contents(atPath: path) ?? Data()) + line).write(to: URL(filePath: path))
  }
}
