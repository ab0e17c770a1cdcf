public import Diagnostics

/// A part of a YAML file: text, a list or a mapping, with its place.
public struct YAMLNode: Sendable {
  /// What is there.
  public var content: Content
  /// Where: a scalar's whole text, or the place where a list or mapping begins.
  public var place: SourcePlace

  /// What a node can be.
  public indirect enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// In source order, each key once.
    case mapping([YAMLEntry])
    /// Something that was already refused; whoever meets it says nothing more.
    case unreadable
  }

  /// Takes each part as it is.
  public init(_ content: Content, at place: SourcePlace) {
    self.content = content
    self.place = place
  }

  /// What the node is, in the words of messages.
  public var shape: String {
    switch content {
    case .scalar(let scalar): scalar.isEmpty ? "empty" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .unreadable: "unreadable"
    }
  }
}

/// A key and its value.
public struct YAMLEntry: Sendable {
  /// The key's text.
  public var key: Located<String>
  /// What it stands for.
  public var value: YAMLNode
  /// How the key is written, where a key is more than a name.
  var keyStyle = YAMLScalar.Style.plain
  /// The bytes of the file that say the key, where its characters do not simply follow each other on one line.
  var keySource: ArraySlice<UInt8>?

  /// The key as a value.
  var keyScalar: YAMLScalar {
    var scalar = YAMLScalar(key.value, style: keyStyle, at: key.place)
    scalar.source = keySource
    return scalar
  }

  /// Takes each part as it is.
  public init(key: Located<String>, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}
