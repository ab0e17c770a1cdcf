/// The word that describes a message.
///
/// Corresponds to `seL4_MessageInfo_t`.
struct MessageInfo {
  var word: UInt

  @inline(__always)
  init(word: UInt) { self.word = word }

  @inline(__always)
  init(label: UInt, unwrapped: UInt = 0, extraCapabilities: UInt = 0, length: UInt) {
    word = label &<< 12 | unwrapped &<< 9 | extraCapabilities &<< 7 | length
  }

  @inline(__always)
  var label: UInt { word &>> 12 }
  @inline(__always)
  var extraCapabilities: UInt { word &>> 7 & 0b11 }

  /// Words of the message; what says more than a message can hold counts as the most that it can.
  ///
  /// Corresponds to `messageInfoFromWord`.
  @inline(__always)
  var length: UInt {
    let length = word & 0x7f
    return length > Limits.messageLength ? Limits.messageLength : length
  }
}
