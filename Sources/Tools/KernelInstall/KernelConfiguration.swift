import Foundation

/// The options that a kernel was built with, by their names without `CONFIG_`.
public struct KernelConfiguration: Equatable, Sendable {
  private let values: [String: String]

  /// Options by name; a switch is "1" where it is on and missing where it is off.
  public init(_ values: [String: String]) {
    self.values = values
  }

  /// Reads `gen_config.json`: one object of strings and Booleans.
  ///
  /// Nil if it is something else.
  init?(json: Data) {
    guard let object = try? JSONDecoder().decode([String: Value].self, from: json) else { return nil }
    values = object.compactMapValues(\.text)
  }

  /// Reads `gen_config.h`: lines of `#define CONFIG_NAME  value`.
  ///
  /// Nil if there is no such line.
  init?(header: Data) {
    var values: [String: String] = [:]
    for line in String(decoding: header, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.split(maxSplits: 2, whereSeparator: { $0 == " " || $0 == "\t" })
      guard words.count == 3, words[0] == "#define", words[1].hasPrefix("CONFIG_") else { continue }
      values[String(words[1].dropFirst(7))] = words[2].trimmingCharacters(in: .whitespaces)
    }
    guard !values.isEmpty else { return nil }
    self.values = values
  }

  /// The text of an option; nil if the kernel does not know it, or it is a switch that is off.
  public func text(_ option: String) -> String? { values[option] }

  /// The number of an option; nil if it has none.
  public func number(_ option: String) -> Int? { values[option].flatMap { Int($0) } }

  /// Whether a switch is on.
  public func isOn(_ option: String) -> Bool { values[option].map { $0 != "0" } ?? false }

  private enum Value: Decodable {
    case on, off
    case value(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = flag ? .on : .off
      } else if let number = try? container.decode(Int.self) {
        self = .value(String(number))
      } else {
        self = .value(try container.decode(String.self))
      }
    }

    var text: String? {
      switch self {
      case .on: "1"
      case .off: nil
      case .value(let text): text
      }
    }
  }
}
