import ComponentInterface
import SeL4
import SharedRing

@testable import DriverRuntime

/// A channel's memory, its two ends and their counters, as a supervisor lays them out.
@safe final class RingPair {
  private let memory: UnsafeMutableRawPointer
  private let size: Int
  private let pages: UnsafeMutablePointer<StatisticsPage>

  init(ringBytes: Int) {
    size = ChannelLayout.regionSize(ringBytes: ringBytes)
    // Safety: both are written before they are read and freed in `deinit` alone; tests keep the object for as long as
    // they use its ends.
    unsafe memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4096)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    unsafe memory.storeBytes(of: ChannelHeader(), as: ChannelHeader.self)
    unsafe pages = UnsafeMutablePointer<StatisticsPage>.allocate(capacity: 2)
    unsafe pages.initialize(repeating: StatisticsPage(), count: 2)
  }

  deinit {
    unsafe memory.deallocate()
    unsafe pages.deallocate()
  }

  private func end(_ role: ChannelGrant.Role) -> ChannelEnd {
    let grant = ChannelGrant(
      address: UInt64(UInt(bitPattern: unsafe memory)), size: UInt64(size), peerSlot: 16, badgeBit: 8,
      role: role, generation: 1)
    // Safety: the memory lives as long as this object, which tests keep.
    guard let end = unsafe ChannelEnd(grant) else { fatalError("a region of \(size) bytes is a channel") }
    return end
  }

  /// The driver's counters.
  var statistics: StatisticsPage { unsafe pages[0] }

  /// The driver's end, where a restarted driver takes up the rings again.
  func server() -> SerialServer {
    SerialServer(end(.server), statistics: unsafe ComponentStatistics(pages))
  }

  /// The client's end.
  func client() -> SerialClient {
    SerialClient(end(.client), statistics: unsafe ComponentStatistics(pages + 1))
  }

  /// A kernel that takes every signal: both ends run on one thread, which looks itself.
  static let kernel = HostKernel(
    systemCall: { _, _ in }, loadIPCBuffer: { _ in 0 }, storeIPCBuffer: { _, _ in })
}
