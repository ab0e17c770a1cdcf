/// The names that follow from a package's: of its module and of its driver.
struct PackageName {
  /// As it was given: `my-uart`.
  let package: String
  /// As Swift imports it: `my_uart`.
  var module: String { String(package.map { $0 == "-" ? "_" : $0 }) }
  /// As Swift names a type: `MyUart`.
  var type: String {
    package.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  init(_ package: String) { self.package = package }

  /// The longest name; the image's archive holds 48 bytes of a component's name with `.elf`.
  static let longest = 32

  /// Names that the kit's own products and modules have, with which a package's would clash.
  private static let taken = [
    "swift-dddk", "dddk", "dddk-generate", "kernel", "loader", "root-task", "console", "pl011", "bench",
    "confinement", "swift-argument-parser",
  ]

  /// What is wrong with a name, or nil.
  static func fault(in name: String) -> String? {
    let isLowerCase = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard isLowerCase, let first = name.first, first.isLetter, name.last != "-", !name.contains("--") else {
      return
        "`\(name)` is no package name; fix: use lower-case letters, digits and single `-`, as in `my-uart`"
    }
    if name.utf8.count > longest {
      return "`\(name)` has \(name.utf8.count) letters; fix: use at most \(longest)"
    }
    if taken.contains(name) {
      return "`\(name)` is the name of a part of the kit; fix: choose another, as in `my-\(name)`"
    }
    return nil
  }
}
