import Diagnostics

extension ImportReport {
  /// The report for people: what was made, what became of each kind of element, and every note at its place.
  ///
  /// - Parameter path: the file's, as it is printed before places.
  /// - Returns: lines.
  public func text(path: String) -> String {
    var text = ""
    let totals = totals
    text +=
      "\(specs.count) spec\(specs.count == 1 ? "" : "s") of \(path): of \(totals.inFile) elements and attributes,"
    text += " \(totals.inSpec) are in the specs, \(totals.unaccounted) are lost without a word\n\n"
    let width = kinds.map { $0.name.utf8.count + $0.parent.utf8.count + 4 }.max() ?? 0
    for kind in kinds {
      let name = kind.parent.isEmpty ? kind.name : "\(kind.name) in \(kind.parent)"
      let fates = kind.fates.map { "\($0.count) \($0.fate.words)" }.joined(separator: ", ")
      text += "\(padded(name, width))\(padded("\(kind.count)", 7, atStart: true)): \(fates)\n"
    }
    if !notes.isEmpty { text += "\n" }
    for note in notes {
      text +=
        "\(path):\(note.place.line):\(note.place.column): note: \(note.item): \(note.message) [\(note.kind.rawValue)]\n"
    }
    for place in unaccounted {
      text += "\(path):\(place.line):\(place.column): note: lost without a word [unaccounted]\n"
    }
    return text
  }

  /// The report for programs; docs/import.md describes every member.
  public var json: String {
    var json = JSONText()
    let totals = totals
    json.text("{\n  \"version\": 1")
    json.member("elements", UInt64(totals.inFile))
    json.member("inSpec", UInt64(totals.inSpec))
    json.member("unaccounted", UInt64(totals.unaccounted))
    json.text(",\n  \"specs\": [")
    for (index, spec) in specs.enumerated() {
      json.text(index == 0 ? "\n    {\"peripheral\": " : ",\n    {\"peripheral\": ")
      json.string(spec.peripheral)
      json.member("file", spec.file)
      json.text("}")
    }
    json.text(specs.isEmpty ? "]" : "\n  ]")
    json.text(",\n  \"kinds\": [")
    for (index, kind) in kinds.enumerated() {
      json.text(index == 0 ? "\n    {\"name\": " : ",\n    {\"name\": ")
      json.string(kind.name)
      json.member("parent", kind.parent)
      json.member("count", UInt64(kind.count))
      json.text(", \"fates\": {")
      for (position, fate) in kind.fates.enumerated() {
        if position > 0 { json.text(", ") }
        json.string(fate.fate.rawValue)
        json.text(": ")
        json.number(UInt64(fate.count))
      }
      json.text("}}")
    }
    json.text("\n  ],\n  \"notes\": [")
    for (index, note) in notes.enumerated() {
      json.text(index == 0 ? "\n    {\"kind\": " : ",\n    {\"kind\": ")
      json.string(note.kind.rawValue)
      json.member("item", note.item)
      json.member("line", UInt64(note.place.line))
      json.member("column", UInt64(note.place.column))
      json.member("message", note.message)
      json.text("}")
    }
    json.text(notes.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
    return json.result
  }
}

extension ImportReport.Fate {
  /// In a line of the report.
  fileprivate var words: String {
    switch self {
    case .inSpec: "in the specs"
    case .head: "in the specs' heads"
    case .structure: "hold others"
    case .expanded: "written one by one"
    case .redundant: "redundant"
    case .chip: "of the chip"
    case .cHeader: "for C headers"
    case .notSaid: "not said (see notes)"
    case .wrong: "wrong (see diagnostics)"
    case .notWanted: "of other peripherals"
    case .unaccounted: "LOST WITHOUT A WORD"
    }
  }
}
