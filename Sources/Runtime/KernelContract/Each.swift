/// Does the same for each element of a literal.
func each<let Count: Int, Element>(_ elements: InlineArray<Count, Element>, _ body: (Element) -> Void) {
  for index in elements.indices { body(elements[index]) }
}
