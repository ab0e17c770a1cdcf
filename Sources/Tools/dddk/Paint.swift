import HostProcess

/// Colours for a terminal; plain text everywhere else.
struct Paint {
  enum Colour: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
  }

  let isOn: Bool

  static let output = Paint(isOn: Terminal.mayColourOutput)
  static let errors = Paint(isOn: Terminal.mayColourErrors)

  func callAsFunction(_ text: String, _ colour: Colour) -> String {
    isOn ? "\u{1b}[\(colour.rawValue)m\(text)\u{1b}[0m" : text
  }
}

/// Says something to the person, beside the results.
func say(_ text: String) {
  try? Descriptor.standardError.sendAll(Array("\(text)\n".utf8))
}
