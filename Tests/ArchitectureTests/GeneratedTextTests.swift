import Foundation
import Testing

/// Generated text is the same on every machine on every day.
@Suite struct GeneratedTextTests {
  /// What the generator wrote and is checked in, and what scaffolds are made of.
  static let files =
    SourceTree.files(in: ["Tests/DriverGeneratorTests", "Templates"], endings: [".swift", ".yaml", ".md"])
    .filter {
      $0.path.hasPrefix("Templates/") || $0.text.contains("do not edit") || $0.text.contains("Do not edit")
    }

  @Test func thereIsSome() {
    #expect(!Self.files.isEmpty, "the test found no generated text: it no longer looks where it stands")
  }

  @Test(arguments: files)
  func itHoldsNoDateAndNoPath(file: SourceTree.File) {
    for (index, line) in file.lines.enumerated() {
      #expect(
        !line.contains(/\b(19|20)\d\d-[01]\d-[0-3]\d\b/) && !line.contains(/\b[0-2]\d:[0-5]\d:[0-5]\d\b/),
        "\(file.path):\(index + 1): holds a date or a time\nfix: leave it out of what is generated")
      #expect(
        !line.contains(/(^|[\s"'(=])\/(home|root|tmp|work|usr|var|opt|Users|private)\//),
        "\(file.path):\(index + 1): holds a path of one machine\nfix: name files from the package's folder")
    }
  }
}
