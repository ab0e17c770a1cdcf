// docs/import.md describes every member.
extension TreeListing {
  /// The list as one JSON object, a node a line.
  public var json: String {
    var json = JSONText()
    json.text("{\n  \"version\": 1,\n  \"nodes\": [")
    for (index, node) in nodes.enumerated() {
      json.text(index == 0 ? "\n    {\"path\": " : ",\n    {\"path\": ")
      json.string(node.path)
      json.text(", \"compatible\": [")
      for (position, text) in node.compatible.enumerated() {
        if position > 0 { json.text(", ") }
        json.string(text)
      }
      json.text("]")
      json.member("status", node.status)
      json.text(", \"reg\": [")
      for (position, region) in node.regions.enumerated() {
        json.text(position == 0 ? "{\"address\": " : ", {\"address\": ")
        if let address = region.region?.address { json.number(address) } else { json.text("null") }
        json.member("size", region.region?.size)
        json.member("busAddress", region.busAddress)
        json.text("}")
      }
      json.text("], \"interrupts\": [")
      for (position, interrupt) in node.interrupts.enumerated() {
        json.text(position == 0 ? "{\"controller\": " : ", {\"controller\": ")
        json.string(interrupt.controller)
        json.text(", \"cells\": [")
        for (place, cell) in interrupt.cells.enumerated() {
          if place > 0 { json.text(", ") }
          json.number(UInt64(cell))
        }
        json.text("]}")
      }
      json.text("]}")
    }
    json.text("\n  ]\n}\n")
    return json.result
  }
}
