import CExpat

/// Reads XML with expat, within bounds, and keeps every element's place.
///
/// Document type declarations are refused, so that there are no entities but the five of XML itself: nothing expands,
/// and nothing is fetched.
@safe public enum XMLReader {
  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - known: names that get the numbers 0, 1, 2, …
  /// - Returns: its elements.
  /// - Throws: the first thing that keeps the file from being read; XML has no way on from there.
  public static func read(_ bytes: [UInt8], known: [String] = []) throws(XMLProblem) -> XMLDocument {
    guard bytes.count <= XMLLimits.bytes else {
      throw XMLProblem(fault: .tooLarge(bytes: bytes.count), line: 1, column: 1)
    }
    guard let parser = unsafe XML_ParserCreate(nil) else { preconditionFailure("out of memory") }
    // Safety: the parser is this function's own, and is freed once, after its last use.
    defer { unsafe XML_ParserFree(parser) }
    let result: Result<XMLDocument, XMLProblem> = unsafe bytes.withUnsafeBytes { buffer in
      var builder = unsafe DocumentBuilder(file: buffer, parser: parser, known: known)
      // Safety: the builder and the bytes outlive the call to `XML_Parse`, which alone makes the handlers run, one at a
      // time and on this thread; nobody else touches the builder until it returns.
      let status = unsafe withUnsafeMutablePointer(to: &builder) { builder in
        unsafe XML_SetUserData(parser, builder)
        unsafe XML_SetElementHandler(
          parser,
          { data, name, attributes in unsafe DocumentBuilder.at(data).pointee.start(name, attributes) },
          { data, _ in unsafe DocumentBuilder.at(data).pointee.end() })
        unsafe XML_SetCharacterDataHandler(parser) { data, characters, count in
          unsafe DocumentBuilder.at(data).pointee.take(characters, count)
        }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
          unsafe DocumentBuilder.at(data).pointee.stop(.documentType)
        }
        // Safety: `XMLLimits.bytes` fits the count.
        return unsafe XML_Parse(
          parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), 1)
      }
      return builder.result(status)
    }
    return try result.get()
  }
}

/// What expat's handlers fill.
@safe private struct DocumentBuilder {
  // Safety: both outlive this object's use: it lives inside `XMLReader.read`.
  private let file: UnsafeRawBufferPointer
  private let parser: XML_Parser
  private var table: NameTable
  private var nodes: [XMLDocument.Node] = []
  private var attributes: [XMLDocument.Attribute] = []
  private var text: [UInt8] = []
  /// The open elements, outermost first, each with its last child.
  private var open: [(node: Int32, lastChild: Int32)] = []
  /// How far lines have been counted.
  private var counted = (offset: 0, line: 1, column: 1)
  private var problem: XMLProblem?

  init(file: UnsafeRawBufferPointer, parser: XML_Parser, known: [String]) {
    unsafe self.file = unsafe file
    unsafe self.parser = unsafe parser
    table = NameTable(known)
    // A start that fits small elements; the lists grow where this is too little.
    nodes.reserveCapacity(min(file.count / 32, XMLLimits.elements))
    text.reserveCapacity(file.count / 2)
  }

  private var document: XMLDocument {
    XMLDocument(
      names: table.names, nodes: nodes, attributes: attributes, text: text,
      elementsWithStrayText: strayText.map { XMLDocument.Element(index: $0) })
  }

  /// The builder that a handler fills.
  static func at(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<DocumentBuilder> {
    guard let data = unsafe data else { preconditionFailure("a handler without its document") }
    // Safety: the pointer is the one that `XMLReader.read` made of a builder that it keeps.
    return unsafe data.assumingMemoryBound(to: DocumentBuilder.self)
  }

  mutating func result(_ status: XML_Status) -> Result<XMLDocument, XMLProblem> {
    if let problem { return .failure(problem) }
    guard status != XML_STATUS_OK else { return .success(document) }
    let code = unsafe XML_GetErrorCode(parser)
    // Safety: expat answers with a constant text.
    let message = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "unknown fault"
    count(to: currentOffset)
    return .failure(XMLProblem(fault: .syntax(message), line: counted.line, column: counted.column))
  }

  mutating func stop(_ fault: XMLProblem.Fault) {
    guard problem == nil else { return }
    count(to: currentOffset)
    problem = XMLProblem(fault: fault, line: counted.line, column: counted.column)
    // Safety: the parser lives; it may be stopped from inside a handler.
    _ = unsafe XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  mutating func start(_ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard problem == nil, let name = unsafe name else { return }
    guard open.count < XMLLimits.depth else { return stop(.tooDeep) }
    guard nodes.count < XMLLimits.elements else { return stop(.tooManyElements) }
    count(to: currentOffset)
    let number = Int32(nodes.count)
    var node = XMLDocument.Node(
      name: unsafe self.number(of: name), parent: open.last?.node ?? -1, line: Int32(counted.line),
      column: Int32(counted.column))
    node.textStart = Int32(text.count)
    node.textEnd = node.textStart
    node.firstAttribute = Int32(attributes.count)
    // Safety: expat gives names and values in turn, each ended by NUL, and ends the list with a null pointer.
    if var pair = unsafe pairs {
      while let name = unsafe pair[0], let value = unsafe pair[1] {
        guard attributes.count < XMLLimits.attributes else { return stop(.tooManyElements) }
        attributes.append(
          XMLDocument.Attribute(name: unsafe self.number(of: name), value: unsafe String(cString: value)))
        unsafe pair += 2
      }
    }
    node.attributeCount = Int32(attributes.count) - node.firstAttribute
    nodes.append(node)
    if let parent = open.last {
      if parent.lastChild < 0 {
        nodes[Int(parent.node)].firstChild = number
        // Text before the first child that is not blank stays the parent's.
        endText(of: Int(parent.node))
        if nodes[Int(parent.node)].textEnd > nodes[Int(parent.node)].textStart {
          strayText.append(parent.node)
        }
        nodes[Int(number)].textStart = Int32(text.count)
        nodes[Int(number)].textEnd = Int32(text.count)
      } else {
        nodes[Int(parent.lastChild)].nextSibling = number
      }
      open[open.count - 1].lastChild = number
    }
    open.append((number, -1))
  }

  mutating func end() {
    guard problem == nil, let closed = open.popLast() else { return }
    if closed.lastChild < 0 { endText(of: Int(closed.node)) }
  }

  mutating func take(_ characters: UnsafePointer<CChar>?, _ count: Int32) {
    guard problem == nil, let characters = unsafe characters, let innermost = open.last else { return }
    // Safety: expat lends `count` bytes for the length of this call.
    let bytes = unsafe UnsafeRawBufferPointer(start: characters, count: Int(count))
    if innermost.lastChild >= 0 {
      // Between children stands nothing but blanks; where something does, the importer is told by a mark.
      if unsafe bytes.contains(where: { !$0.isBlank }), strayText.last != innermost.node {
        strayText.append(innermost.node)
      }
      return
    }
    if Int(nodes[Int(innermost.node)].textStart) == text.count {
      // Blanks before the text are left out.
      guard let first = unsafe bytes.firstIndex(where: { !$0.isBlank }) else { return }
      unsafe text.append(contentsOf: bytes[first...])
    } else {
      unsafe text.append(contentsOf: bytes)
    }
  }

  /// Elements that have text between their children.
  private var strayText: [Int32] = []

  private mutating func endText(of node: Int) {
    while text.count > Int(nodes[node].textStart), text[text.count - 1].isBlank { text.removeLast() }
    nodes[node].textEnd = Int32(text.count)
  }

  private mutating func number(of name: UnsafePointer<CChar>) -> Int32 {
    // Safety: expat ends names with NUL; the span lives for the call alone.
    let count = unsafe UnsafeRawPointer(name).withMemoryRebound(to: UInt8.self, capacity: 1) { start in
      var count = 0
      while unsafe start[count] != 0 { count += 1 }
      return unsafe table.number(of: Span(_unsafeStart: start, count: count))
    }
    return count
  }

  private var currentOffset: Int {
    let offset = unsafe Int(XML_GetCurrentByteIndex(parser))
    return unsafe min(max(0, offset), file.count)
  }

  /// Counts lines and characters up to an offset.
  ///
  /// A line ends at LF, CR LF or CR alone; offsets only grow, so every byte is looked at once.
  private mutating func count(to offset: Int) {
    var (index, line, column) = counted
    while index < offset {
      let byte = unsafe file[index]
      index += 1
      if byte == 0x0a {
        line += 1
        column = 1
      } else if byte == 0x0d {
        if unsafe index == file.count || file[index] != 0x0a {
          line += 1
          column = 1
        }
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
    counted = (index, line, column)
  }
}

extension UInt8 {
  /// Whether XML counts it as a blank.
  var isBlank: Bool { self == 0x20 || self == 0x0a || self == 0x0d || self == 0x09 }
}
