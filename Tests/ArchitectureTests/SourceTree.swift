import Foundation
import Testing

/// The project's own files, as they stand in the package's folder.
enum SourceTree {
  /// The package's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A text file below the package's folder.
  struct File: Sendable, CustomTestStringConvertible {
    /// From the package's folder: `Sources/Runtime/SharedRing/RingProducer.swift`.
    let path: String
    let text: String
    /// The code of each line, without comments and without what stands in texts.
    let code: [String]

    init(path: String, text: String) {
      self.path = path
      self.text = text
      code = path.hasSuffix(".md") ? [] : Self.code(of: text)
    }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The file's name.
    var name: String { String(path.split(separator: "/").last ?? "") }
    var testDescription: String { path }
  }

  /// All text files of these folders with one of these endings, sorted; what is built or hidden is left out.
  static func files(in folders: [String], endings: [String]) -> [File] {
    folders.flatMap { folder -> [File] in
      let base = root.appending(path: folder)
      guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
      return walk.compactMap { $0 as? String }.sorted().compactMap { path in
        let parts = path.split(separator: "/")
        guard !parts.contains(where: { $0.hasPrefix(".") }), endings.contains(where: { path.hasSuffix($0) }),
          let text = try? String(contentsOf: base.appending(path: path), encoding: .utf8)
        else { return nil }
        return File(path: "\(folder)/\(path)", text: text)
      }
    }
  }

  /// Every Swift file outside the tests, read once.
  static let swift = files(in: ["Sources", "Kernel", "Plugins", "DriverSpecs"], endings: [".swift"])

  /// A file's text, or `nil` where it is absent.
  static func text(_ path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

/// What a scan of a file stands in.
private enum Region {
  case code, text, longText, comment
}

extension SourceTree.File {
  /// The code of each line: comments and the inside of texts are left out.
  static func code(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    let (quote, slash, star, newline) = (
      UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "\n")
    )
    var lines: [String] = []
    var line: [UInt8] = []
    var region = Region.code
    var index = 0
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    while index < bytes.count {
      let current = bytes[index]
      var length = 1
      let isLongQuote = current == quote && byte(1) == quote && byte(2) == quote
      if current == newline {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll()
        if region == .text { region = .code }
      } else {
        switch region {
        case .comment where current == star && byte(1) == slash: (region, length) = (.code, 2)
        case .longText where isLongQuote: (region, length) = (.code, 3)
        case .text where current == UInt8(ascii: "\\"): length = 2
        case .text where current == quote: region = .code
        case .code where current == slash && byte(1) == slash:
          while index + length < bytes.count, bytes[index + length] != newline { length += 1 }
        case .code where current == slash && byte(1) == star: (region, length) = (.comment, 2)
        case .code where isLongQuote: (region, length) = (.longText, 3)
        case .code where current == quote: region = .text
        case .code: line.append(current)
        default: break
        }
      }
      index += length
    }
    lines.append(String(decoding: line, as: UTF8.self))
    return lines
  }
}
