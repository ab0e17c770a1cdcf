import Boards
import ContractModel
import FoundationEssentials
import HostProcess
import KernelContract
import Testing

extension SystemTests {
  /// The root task `kernel-contract` shows the same on every kernel; what seL4 showed is recorded, with its version, in
  /// Tests/KernelTests/Contract.
  ///
  /// `RECORD=1 SEL4_PREFIX=…` records anew what that seL4 shows.
  @Suite(.timeLimit(.minutes(20)))
  struct KernelContractTests {
    /// Where the answers that were recorded on a board's processor are kept.
    private static func folder(_ board: Board) -> String {
      "\(Command.kit)/Tests/KernelTests/Contract/\(board.architecture)"
    }

    /// The kernels of the boards for which there is a record.
    private static let kernels = TestKernel.everyBoard.filter {
      FileManager.default.fileExists(atPath: folder($0.board))
    }

    @Test func allProcessorsAreRecorded() {
      #expect(Set(Self.kernels.map(\.board.architecture)) == ["aarch64", "riscv64", "x86_64"])
    }

    private static let isRecording = HostEnvironment["RECORD"] != nil

    /// The blocks of a thousand random calls that are recorded.
    private static let blocks = 100
    private static let recordedSeed: UInt = 1

    @Test(.serialized, arguments: kernels)
    func casesShowWhatIsRecorded(_ kernel: TestKernel) throws {
      let told = try KernelRunner(kernel).cases().filter { line in
        ["case ", "left out ", "  "].contains { line.hasPrefix($0) }
      }
      if try record(told, "cases.txt", kernel) { return }
      let recorded = try Self.recorded("cases.txt", kernel)
      var name = ""
      for (index, line) in recorded.enumerated() {
        if line.hasPrefix("case ") { name = line }
        try #require(index < told.count, "the kernel stopped in \(name)")
        try #require(told[index] == line, "\(name)")
      }
      #expect(told.count == recorded.count)
    }

    @Test(.serialized, arguments: kernels)
    func randomCallsShowWhatIsRecorded(_ kernel: TestKernel) throws {
      let runner = try KernelRunner(kernel)
      let told = try runner.blocks(seed: Self.recordedSeed, first: 0, count: Self.blocks)
      if try record(told, "random.txt", kernel) { return }
      let recorded = try Self.recorded("random.txt", kernel)
      #expect(recorded.count == Self.blocks)
      guard
        let block = recorded.indices.first(where: { !told.indices.contains($0) || told[$0] != recorded[$0] })
      else { return }
      let other = try Self.other(than: kernel)
      let difference = try Self.difference(in: block, seed: Self.recordedSeed, of: runner, and: other)
      Issue.record(
        "seed \(Self.recordedSeed), block \(block): \(difference?.text ?? "the other differs from the record as well")"
      )
    }

    @Test(.serialized, arguments: ModelRunner.architectures)
    func theModelShowsWhatIsRecorded(_ architecture: String) throws {
      let kernel = try #require(Self.kernels.first { $0.board.architecture == architecture })
      let model = try ModelRunner(architecture)
      let cases = try model.cases()
      let recorded = try Self.recorded("cases.txt", kernel)
      #expect(cases.count == recorded.count)
      for (mine, theirs) in zip(cases, recorded) { try #require(mine == theirs) }
      let blocks = try model.blocks(seed: Self.recordedSeed, first: 0, count: Self.blocks)
      #expect(blocks == (try Self.recorded("random.txt", kernel)))
    }

    /// What shows what seL4 showed: an installed seL4, or the model in its stead.
    private static func other(than kernel: TestKernel) throws -> ContractRunner {
      if let sel4 = kernels.first(where: { $0.board == kernel.board && !$0.isReference }) {
        return try KernelRunner(sel4)
      }
      return try ModelRunner(kernel.board.architecture)
    }

    /// With `DDDK_SEED`: as many blocks as `DDDK_BLOCKS` says, on the reference kernel and on an installed seL4, or on
    /// the model where there is none.
    @Test(
      .enabled(if: HostEnvironment["DDDK_SEED"] != nil), arguments: kernels.filter { $0.isReference }
    ) func randomCallsOfASeedAgree(_ kernel: TestKernel) throws {
      let other = try Self.other(than: kernel)
      let seed = HostEnvironment["DDDK_SEED"].flatMap { UInt($0) } ?? 1
      let count = HostEnvironment["DDDK_BLOCKS"].flatMap { Int($0) } ?? 10
      print("seed \(seed), \(count) blocks of 1000 calls")
      let runner = try KernelRunner(kernel)
      let mine = try runner.blocks(seed: seed, first: 0, count: count)
      let theirs = try other.blocks(seed: seed, first: 0, count: count)
      #expect(mine.count == count)
      for block in 0..<count
      where !mine.indices.contains(block) || !theirs.indices.contains(block)
        || mine[block] != theirs[block]
      {
        let difference = try Self.difference(in: block, seed: seed, of: runner, and: other)
        Issue.record(
          "seed \(seed), block \(block): \(difference?.text ?? "differs, and its episodes do not")")
        return
      }
    }

    /// The first difference in the episodes of a block.
    private static func difference(
      in block: Int, seed: UInt, of one: ContractRunner, and other: ContractRunner
    ) throws -> CallDifference? {
      let size = Int(Contract<ModelBoard>.blockEpisodes)
      for number in block * size..<(block + 1) * size {
        if let found = try CallDifference.inEpisode(number, seed: seed, of: one, and: other) { return found }
      }
      return nil
    }

    private static func recorded(_ name: String, _ kernel: TestKernel) throws -> [String] {
      let path = "\(folder(kernel.board))/\(name)"
      let bytes = try #require(FileManager.default.contents(atPath: path), "\(path) is there")
      return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        .filter { !$0.hasPrefix("#") }
    }

    /// Keeps what seL4 showed, if that is asked for, under the lines that say which seL4 it was.
    private func record(_ told: [String], _ name: String, _ kernel: TestKernel) throws -> Bool {
      guard Self.isRecording, !kernel.isReference else { return false }
      let path = "\(Self.folder(kernel.board))/\(name)"
      let old = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
      let heading = old.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("#") }.map(String.init)
      let text = (heading + told).map { "\($0)\n" }.joined()
      try Data(text.utf8).write(to: URL(filePath: path))
      Issue.record("\(name) was written; its first lines must name this seL4")
      return true
    }
  }
}
