import CapabilityBroker
import Kernel
import SeL4
import SystemManifest

/// A machine of the kernel's host model whose root task is the test, with a broker over its bootinfo.
enum BrokerMachine {
  /// Boots a machine and calls a function with its broker; system calls in it go to that machine's kernel.
  static func run<Result>(
    tree: [UInt8] = TestTree.board, memoryMiB: Int = 16,
    _ body: (inout CapabilityBroker, KernelModel) throws -> Result
  ) throws -> Result {
    let model = try KernelModel(deviceTree: tree, memoryMiB: memoryMiB)
    let kernel = HostKernel(
      systemCall: { number, registers in
        let outcome = model.systemCall(
          number,
          ModelRegisters(
            capability: registers.badge, info: registers.info.rawValue,
            words: SIMD4(registers.word0, registers.word1, registers.word2, registers.word3)))
        guard case .returned(let result) = outcome else { fatalError("the root task stopped") }
        registers = SystemCallRegisters(
          badge: result.badge, info: MessageInfo(rawValue: result.info), word0: result.words[0],
          word1: result.words[1], word2: result.words[2], word3: result.words[3])
      },
      loadIPCBuffer: { model.loadIPCBuffer($0) },
      storeIPCBuffer: { model.storeIPCBuffer($0, $1) })
    return try HostKernel.$current.withValue(kernel) {
      let bytes = model.bootInformation
      // Safety: the array outlives the broker, which lives in the closure, and nobody changes it.
      return try unsafe bytes.withUnsafeBytes { buffer in
        var broker = CapabilityBroker(try unsafe BootInfo(checking: buffer))
        return try body(&broker, model)
      }
    }
  }
}

/// What a broker has left, to be compared.
struct Stock: Equatable, CustomStringConvertible {
  let slotsUsed: Int
  let bytesFree: UInt64
  let grants: Int

  init(_ broker: borrowing CapabilityBroker) {
    slotsUsed = broker.slotsUsed
    bytesFree = broker.bytesFree
    grants = broker.grants.count
  }

  var description: String { "\(slotsUsed) slots used, \(bytesFree) bytes free, \(grants) grants" }
}

/// A lease in a list: leases cannot be copied, references to them can.
final class Held {
  var memory: MemoryLease?
  var objects: ObjectMemory?
  var device: DeviceLease?
  var interrupt: InterruptLease?
  var channel: ChannelLease?

  init(memory: consuming MemoryLease) { self.memory = consume memory }
  init(objects: consuming ObjectMemory) { self.objects = consume objects }
  init(device: consuming DeviceLease) { self.device = consume device }
  init(interrupt: consuming InterruptLease) { self.interrupt = consume interrupt }
  init(channel: consuming ChannelLease) { self.channel = consume channel }

  func release(to broker: inout CapabilityBroker) throws {
    if let lease = memory.take() { try broker.release(lease) }
    if let lease = objects.take() { try broker.release(lease) }
    if let lease = device.take() { try broker.release(lease) }
    if let lease = interrupt.take() { try broker.release(lease) }
    if let lease = channel.take() { try broker.release(lease) }
  }
}

/// A driver's manifest entry, as the broker reads it.
func withDriver<Result: ~Copyable>(
  _ driver: SystemManifest.Driver, _ body: (DriverEntry) throws -> Result
) throws -> Result {
  let bytes = try SystemManifest(
    components: [.init(name: "driver", image: "driver.elf", priority: 1, driver: driver)]
  ).encoded()
  let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
  // Safety: the view does not leave the call, and the copy is freed behind it.
  defer { unsafe copy.deallocate() }
  unsafe copy.copyBytes(from: bytes)
  guard let entry = try unsafe ManifestView(UnsafeRawBufferPointer(copy)).component(0).driver else {
    fatalError("the manifest lost its driver")
  }
  return try body(entry)
}

extension SystemManifest.Driver {
  /// A driver of the test board's first serial port.
  static func serial(device: String = "", size: UInt64 = 0x1000) -> Self {
    .init(
      name: "Serial", compatibles: ["test,serial"], device: device,
      regions: [.init(index: 0, size: size)], interrupts: [.init(index: 0, trigger: .edge)],
      clocks: [.name("uartclk"), .index(0), .name("missing")])
  }
}
