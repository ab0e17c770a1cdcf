import BoardTree
import DeviceTree
import Testing

/// Bytes that are no tree, or no longer one: both readers answer with an error or with what is there.
@Suite("Hostile bytes", .enabled(if: Source.compiler != nil, Comment(rawValue: Source.absence)))
struct HostileBytesTests {
  @Test func everyTruncationIsRefusedByBoth() throws {
    let blob = try Source.blob(InterruptTests.board)
    for length in 0..<blob.count {
      let part = Array(blob[..<length])
      let refusal = error { try withFlattenedTree(part) { outline($0) } }
      let needed = length < FlattenedTree.headerSize ? FlattenedTree.headerSize : blob.count
      #expect(refusal == .truncated(needed: needed, available: length))
      #expect(throws: BoardTreeError.self) { try BoardTree(blob: part) }
    }
  }

  /// The header is made to fit what is left, so that the structure itself ends early.
  @Test func everyTruncationUnderAFittingHeaderIsRefused() throws {
    let blob = try Source.blob(NodeTests.board)
    let structure = (start: word(blob, 2), size: word(blob, 9))
    for size in stride(from: 0, to: structure.size, by: 1) {
      let part = set(blob, word: 9, to: size)
      #expect(error { try withFlattenedTree(part) { outline($0) } } != nil, "\(size)")
      _ = try? outline(BoardTree(blob: part))
    }
  }

  @Test func everyChangedBitIsAnErrorOrATree() throws {
    let blob = try Source.blob(InterruptTests.board)
    var refused = (ours: 0, libfdt: 0)
    var disagreements: [String] = []
    for offset in blob.indices {
      var other = blob
      other[offset] ^= 1 << UInt8(offset % 8)
      let ours = try? withFlattenedTree(other) { outline($0) }
      let libfdt = try? outline(BoardTree(blob: other))
      if ours == nil { refused.ours += 1 }
      if libfdt == nil { refused.libfdt += 1 }
      if let ours, let libfdt, ours != libfdt { disagreements.append("byte \(offset)") }
    }
    #expect(refused.ours > 100 && refused.libfdt > 100)
    #expect(disagreements == [])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func randomBytesNeverStopAReader(seed: UInt64) throws {
    let blob = try Source.blob(NodeTests.board)
    var random = SplitMix(state: seed)
    for _ in 0..<400 {
      var other = blob
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let offset = Int.random(in: 0..<other.count / 4, using: &random) * 4
        let choices: [UInt32] = [
          0, 1, 2, 3, 4, 9, 0xffff_ffff, 0x7fff_ffff, UInt32(other.count), random.word(),
        ]
        let value = choices[Int.random(in: 0..<choices.count, using: &random)]
        other = set(other, at: offset, to: value)
      }
      _ = try? withFlattenedTree(other) { outline($0) }
      _ = try? outline(BoardTree(blob: other))
    }
  }

  @Test func headersAreChecked() throws {
    let blob = try Source.blob("/ { };")
    let refuse = { (bytes: [UInt8]) in error { try withFlattenedTree(bytes) { outline($0) } } }
    #expect(refuse(set(blob, word: 0, to: 0x1234)) == .notATree(magic: 0x1234))
    #expect(refuse(set(blob, word: 5, to: 16)) == .unsupportedVersion(16, lastCompatible: 16))
    #expect(refuse(set(blob, word: 6, to: 18)) == .unsupportedVersion(17, lastCompatible: 18))
    #expect(refuse(set(blob, word: 2, to: word(blob, 2) + 2)) == .malformed(.block, at: 8))
    #expect(refuse(set(blob, word: 2, to: 0xffff_fffc)) == .malformed(.block, at: 8))
    #expect(refuse(set(blob, word: 8, to: 0xffff_fffc)) == .malformed(.block, at: 12))
  }

  @Test func depthIsBounded() throws {
    func nested(_ levels: Int) throws -> [UInt8] {
      try Source.blob(String(repeating: "/ { ", count: 1) + nest(levels - 1) + " };")
    }
    func nest(_ levels: Int) -> String { levels == 0 ? "" : "a { \(nest(levels - 1)) };" }
    let deepest = try withFlattenedTree(try nested(TreeLimits.depth)) { outline($0) }
    #expect(deepest == outline(try BoardTree(blob: try nested(TreeLimits.depth))))
    let refusal = error { try withFlattenedTree(try nested(TreeLimits.depth + 1)) { outline($0) } }
    guard case .malformed(.depth, _) = refusal else {
      Issue.record("no refusal of the depth: \(String(describing: refusal))")
      return
    }
  }

  private func word(_ bytes: [UInt8], _ index: Int) -> Int {
    bytes[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  private func set(_ bytes: [UInt8], word index: Int, to value: Int) -> [UInt8] {
    set(bytes, at: 4 * index, to: UInt32(value))
  }

  private func set(_ bytes: [UInt8], at offset: Int, to value: UInt32) -> [UInt8] {
    var bytes = bytes
    for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * index)) }
    return bytes
  }
}

/// Numbers from a seed, the same on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  mutating func word() -> UInt32 { UInt32(truncatingIfNeeded: next()) }
}
