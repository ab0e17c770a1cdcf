/// Finds the guest's wish to end the run in what it says, and takes it out.
///
/// The wish is an application program command (ECMA-48, 8.3.2), which terminals do not show.
public struct QuitRequest: Sendable {
  /// ESC `_dddk;quit` ESC `\`.
  public static let sequence = Array("\u{1b}_dddk;quit\u{1b}\\".utf8)

  /// Whether the wish has come.
  public private(set) var hasCome = false
  private var matched = 0

  /// A reader at the start of a stream.
  public init() {}

  /// Takes the next bytes of the stream; answers those that are for the person.
  ///
  /// What the guest says behind its wish, such as another prompt, is for nobody.
  public mutating func filter(_ bytes: [UInt8]) -> [UInt8] {
    if hasCome { return [] }
    guard matched > 0 || bytes.contains(Self.sequence[0]) else { return bytes }
    var shown: [UInt8] = []
    shown.reserveCapacity(bytes.count)
    for byte in bytes {
      while matched > 0, byte != Self.sequence[matched] {
        // The escape that should have ended the command may begin the next one.
        let kept = matched == Self.sequence.count - 1 ? 1 : 0
        shown += Self.sequence[..<(matched - kept)]
        matched = kept
      }
      guard byte == Self.sequence[matched] else {
        shown.append(byte)
        continue
      }
      matched += 1
      if matched == Self.sequence.count {
        hasCome = true
        return shown
      }
    }
    return shown
  }
}
