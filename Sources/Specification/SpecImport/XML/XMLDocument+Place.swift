public import Diagnostics

extension XMLDocument {
  /// Where the element begins, over its opening `<` and its name.
  public func place(of element: Element) -> SourcePlace {
    let node = nodes[Int(element.index)]
    return SourcePlace(
      line: Int(node.line), column: Int(node.column), length: names[Int(node.name)].utf8.count + 1)
  }
}
