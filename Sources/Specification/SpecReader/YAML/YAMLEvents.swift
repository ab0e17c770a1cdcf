import CYAML

/// Where libyaml stands in a file, from 0.
struct YAMLMark {
  /// Characters since the start of the file.
  var index: Int
  var line: Int
  var column: Int
}

/// One step of libyaml through a file.
struct YAMLEvent {
  var kind: Kind
  var start: YAMLMark
  var end: YAMLMark

  enum Kind {
    case streamStart, streamEnd
    case documentStart(hasVersion: Bool, hasTags: Bool, isExplicit: Bool)
    case documentEnd
    case alias(String)
    case scalar(text: String, style: YAMLScalar.Style, properties: Properties)
    case sequenceStart(Properties)
    case mappingStart(Properties)
    case collectionEnd
    case failure(YAMLFailure)
  }

  /// What stands before a node.
  struct Properties {
    var anchor: String?
    var tag: String?
  }
}

/// Why libyaml cannot go on.
struct YAMLFailure {
  var problem: String
  var context: String?
  var contextMark: YAMLMark
}

/// libyaml's events of a text: the one place that talks to the library.
///
/// Events resolve nothing: an alias is an event and never a copy, so that a small file stays small.
enum YAMLEvents {
  /// Calls `body` with each event until it returns false, or the text ends, or cannot be read further.
  ///
  /// - Parameters:
  ///   - text: UTF-8 without a byte-order mark.
  ///   - body: takes an event and says whether it wants the next.
  static func each(of text: ArraySlice<UInt8>, _ body: (YAMLEvent) -> Bool) {
    // Safety: the parser reads the buffer only inside this closure, it is initialised before its first use and deleted
    // on every way out, and every event is deleted before the next is asked for.
    unsafe text.withUnsafeBufferPointer { buffer in
      var parser = unsafe yaml_parser_t()
      guard unsafe yaml_parser_initialize(&parser) == 1 else { return }
      defer { unsafe yaml_parser_delete(&parser) }
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      // An empty buffer may have no address, and libyaml wants one.
      var nothing: UInt8 = 0
      unsafe withUnsafePointer(to: &nothing) { pointer in
        unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress ?? pointer, buffer.count)
        var goesOn = true
        while goesOn {
          var event = unsafe yaml_event_t()
          guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
            _ = body(unsafe failure(of: parser))
            return
          }
          let kind = unsafe kind(of: event)
          goesOn = unsafe body(
            YAMLEvent(kind: kind, start: mark(event.start_mark), end: mark(event.end_mark)))
          if case .streamEnd = kind { goesOn = false }
          unsafe yaml_event_delete(&event)
        }
      }
    }
  }

  // Safety (all below): libyaml fills the member of the union that the event's type names, and its strings are
  // NUL-terminated or come with their length.

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT:
      let start = unsafe event.data.document_start
      return unsafe .documentStart(
        hasVersion: start.version_directive != nil,
        hasTags: start.tag_directives.start != start.tag_directives.end, isExplicit: start.implicit == 0)
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias(unsafe text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return unsafe .scalar(
        text: String(decoding: bytes, as: UTF8.self), style: style(of: scalar.style),
        properties: .init(anchor: text(scalar.anchor), tag: text(scalar.tag)))
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return unsafe .sequenceStart(.init(anchor: text(start.anchor), tag: text(start.tag)))
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return unsafe .mappingStart(.init(anchor: text(start.anchor), tag: text(start.tag)))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
    default: return .streamStart
    }
  }

  private static func style(of style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func failure(of parser: yaml_parser_t) -> YAMLEvent {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.context.map { unsafe String(cString: $0) }
    let place = unsafe mark(parser.problem_mark)
    return unsafe YAMLEvent(
      kind: .failure(
        YAMLFailure(
          problem: problem ?? "this cannot be read", context: context, contextMark: mark(parser.context_mark))
      ),
      start: place, end: place)
  }

  private static func mark(_ mark: yaml_mark_t) -> YAMLMark {
    YAMLMark(index: Int(mark.index), line: Int(mark.line), column: Int(mark.column))
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}
