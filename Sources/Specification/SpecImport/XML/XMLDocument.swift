/// An XML file as a list of elements in source order, each with its place: what an importer reads and accounts for.
///
/// Elements are numbers into one list, text is stretches of one buffer: a file of a hundred thousand elements costs
/// little, and a count of them is a walk.
public struct XMLDocument: Sendable {
  /// An element: its number in source order; 0 is the root.
  public struct Element: Hashable, Sendable, Comparable {
    let index: Int32

    /// Source order.
    public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
  }

  struct Node: Sendable {
    var name: Int32
    var parent: Int32
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
    var textStart: Int32 = 0
    var textEnd: Int32 = 0
    var line: Int32
    var column: Int32
    var firstAttribute: Int32 = 0
    var attributeCount: Int32 = 0
  }

  struct Attribute: Sendable {
    var name: Int32
    var value: String
  }

  /// Every name of an element or attribute, each once; the known ones first, in their order.
  var names: [String]
  var nodes: [Node]
  var attributes: [Attribute]
  /// The characters of all elements; blanks around each are left out.
  var text: [UInt8]
  /// Elements that have text between or before their children, in source order of its end.
  public internal(set) var elementsWithStrayText: [Element] = []

  /// The outermost element.
  public var root: Element { Element(index: 0) }
  /// How many elements there are.
  public var count: Int { nodes.count }
  /// Every element, in source order.
  public var elements: some RandomAccessCollection<Element> {
    (0..<Int32(nodes.count)).lazy.map { Element(index: $0) }
  }

  /// The element's name.
  public func name(of element: Element) -> String { names[Int(nodes[Int(element.index)].name)] }

  /// The number of the element's name: that of the known names that it is, or a larger one.
  func nameNumber(of element: Element) -> Int32 { nodes[Int(element.index)].name }

  /// The element that this one stands in; `nil` for the root.
  public func parent(of element: Element) -> Element? {
    let parent = nodes[Int(element.index)].parent
    return parent < 0 ? nil : Element(index: parent)
  }

  /// The element's children, in source order.
  public func children(of element: Element) -> Children {
    Children(document: self, following: nodes[Int(element.index)].firstChild)
  }

  /// A walk over the children of an element.
  public struct Children: Sequence, IteratorProtocol {
    let document: XMLDocument
    fileprivate var following: Int32

    /// The next child, or `nil` after the last one.
    public mutating func next() -> Element? {
      guard following >= 0 else { return nil }
      defer { following = document.nodes[Int(following)].nextSibling }
      return Element(index: following)
    }
  }

  /// The bytes of the element's own text, without blanks around it.
  func bytes(of element: Element) -> ArraySlice<UInt8> {
    let node = nodes[Int(element.index)]
    return text[Int(node.textStart)..<Int(node.textEnd)]
  }

  /// The element's own text, without blanks around it.
  public func text(of element: Element) -> String { String(decoding: bytes(of: element), as: UTF8.self) }

  /// The elements that have attributes, in source order.
  var elementsWithAttributes: some Sequence<Element> {
    elements.lazy.filter { nodes[Int($0.index)].attributeCount > 0 }
  }

  /// The attributes of an element, in source order.
  func attributes(of element: Element) -> ArraySlice<Attribute> {
    let node = nodes[Int(element.index)]
    return attributes[Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)]
  }
}
