// The first and only set-up: memory becomes the root task's objects, its capabilities and untypeds. The order of
// slots and addresses is seL4's (`kernel/boot.c`), so that a root task sees the same on both.

/// What the loader and the platform say about the machine at boot.
///
/// Addresses are physical unless they say so.
struct BootDescription {
  /// The kernel's own image.
  var kernel: MemoryRegion
  var memory: MemoryRegion
  /// Pages of devices that the kernel keeps for itself, in ascending order.
  var kernelDevices: MemoryRegions
  /// The device tree blob; empty for none.
  var deviceTree: MemoryRegion
  /// Chunks for the extra boot information, as the kernel sees them; empty for none.
  var chunks = MemoryRegion(start: 0, end: 0)
  /// The root task's image.
  var userImage: MemoryRegion
  /// Physical minus virtual address of the root task's image, modulo 2^64.
  var userOffset: UInt
  /// The virtual address at which the root task begins.
  var userEntry: UInt
}

/// Why there is nothing to boot.
enum BootError: Error {
  case tooManyRegions
  case regionsOutOfOrder
  /// The root task's image is not made of whole pages, or leaves no room below the end of user addresses.
  case imageMisplaced
  case outOfMemory
  /// The root task's CNode is too small for the capabilities to its image and memory.
  case outOfSlots
}

/// The root task's fixed slots.
///
/// Corresponds to `seL4_RootCNodeCapSlots`.
enum InitialSlot: UInt {
  case null = 0
  case thread, cnode, vspace, interruptControl, asidControl, asidPool, ioPortControl, ioSpace
  case bootInfoFrame, ipcBuffer, domain
  case firstFree = 16
}

/// Where boot has got to.
private struct Boot {
  let kernel: Microkernel
  let description: BootDescription
  var free = MemoryRegions()
  /// Addresses as the kernel sees them.
  var cnode: UInt = 0
  var vspace: UInt = 0
  var asidPool: UInt = 0
  var ipcBuffer: UInt = 0
  var bootInfo: UInt = 0
  var extraBootInfo: UInt = 0
  var tables: UInt = 0
  var thread: UInt = 0
  var nextSlot = InitialSlot.firstFree.rawValue
  var nextObject: UInt = 0

  static var asid: UInt { 1 }
}

extension Microkernel {
  /// Sets up a kernel whose state is zeroed memory, and makes the root task the next thread to run.
  func boot(_ description: BootDescription) throws(BootError) {
    state.pointee.memoryStart = description.memory.start
    state.pointee.memoryEnd = description.memory.end
    state.pointee.schedulerAction = 0
    let idle = state.rebound(to: Thread.self, offset: KernelState.idleThreadOffset)
    idle.pointee.state = .idle
    idle.pointee.flags = Thread.floatingPointDisabled
    state.pointee.idleThread = idle
    state.pointee.currentThread = idle
    var boot = Boot(kernel: self, description: description)
    try boot.run()
  }
}

extension Boot {
  private var pageSize: UInt { 1 &<< ObjectBits.page }
  private var imageStart: UInt { description.userImage.start &- description.userOffset }
  private var ipcBufferAddress: UInt { description.userImage.end &- description.userOffset }
  private var bootInfoAddress: UInt { ipcBufferAddress &+ pageSize }
  private var extraAddress: UInt { bootInfoAddress &+ pageSize }
  private var extraLength: UInt { chunksLength &+ treeLength }
  private var chunksLength: UInt { description.chunks.end &- description.chunks.start }
  private var treeLength: UInt {
    description.deviceTree.isEmpty ? 0 : description.deviceTree.end &- description.deviceTree.start &+ 16
  }
  /// The size of the memory for the extra boot information, base-2 logarithm; 0 for none.
  private var extraBits: UInt {
    extraLength == 0 ? 0 : max(ObjectBits.page, 64 &- UInt((extraLength &- 1).leadingZeroBitCount))
  }
  private var userEnd: UInt { extraAddress &+ (extraBits == 0 ? 0 : 1 &<< extraBits) }

  mutating func run() throws(BootError) {
    try check()
    try placeObjects()
    createControls()
    createBootInfo()
    try createAddressSpace()
    map(bootInfo, at: bootInfoAddress, in: .bootInfoFrame)
    let firstExtra = nextSlot
    try mapImage(
      MemoryRegion(start: extraBootInfo, end: extraBootInfo &+ extraLength), at: extraAddress)
    setRegion(120, firstExtra)
    map(ipcBuffer, at: ipcBufferAddress, in: .ipcBuffer)
    let firstFrame = nextSlot
    let image = description.userImage
    try mapImage(
      MemoryRegion(start: kernel.kernelAddress(image.start), end: kernel.kernelAddress(image.end)),
      at: imageStart)
    setRegion(72, firstFrame)
    createThread()
    try createUntypeds()
    setWord(40, nextSlot)
    setWord(48, 1 &<< Limits.rootCNodeBits)
    kernel.publishTables()
  }

  private func check() throws(BootError) {
    let image = description.userImage
    let bits = image.start | image.end | description.userOffset
    guard !image.isEmpty, bits & (pageSize &- 1) == 0, imageStart < ipcBufferAddress,
      ipcBufferAddress < userEnd, userEnd <= Limits.userTop
    else { throw .imageMisplaced }
  }

  /// Finds room for the root task's objects at the end of the highest memory that is free, the largest first
  /// so that each is aligned to its size.
  private mutating func placeObjects() throws(BootError) {
    var reserved = MemoryRegions()
    let pages = pageSize &- 1
    try reserved.append(description.kernel)
    if !description.deviceTree.isEmpty {
      try reserved.append(
        MemoryRegion(
          start: description.deviceTree.start & ~pages, end: (description.deviceTree.end &+ pages) & ~pages))
    }
    try reserved.append(description.userImage)
    free = try reserved.gaps(in: description.memory)
    let cnodeBits = Limits.rootCNodeBits &+ ObjectBits.slot
    let tableCount = tableCount()
    let extraSize: UInt = extraBits == 0 ? 0 : 1 &<< extraBits
    let size =
      extraSize &+ 1 &<< cnodeBits &+ (4 &+ tableCount) &* pageSize &+ 1 &<< ObjectBits.thread
    let alignment: UInt = 1 &<< max(cnodeBits, extraBits)
    try takeFree(size, alignment: alignment)
    if extraBits >= cnodeBits { extraBootInfo = take(extraSize) }
    cnode = take(1 &<< cnodeBits)
    if extraBits != 0, extraBits < cnodeBits { extraBootInfo = take(extraSize) }
    vspace = take(pageSize)
    asidPool = take(pageSize)
    ipcBuffer = take(pageSize)
    bootInfo = take(pageSize)
    tables = take(tableCount &* pageSize)
    thread = take(1 &<< ObjectBits.thread)
  }

  private mutating func takeFree(_ size: UInt, alignment: UInt) throws(BootError) {
    for index in (0..<free.count).reversed() {
      let region = free[index]
      guard region.end &- region.start >= size else { continue }
      let start = (region.end &- size) & ~(alignment &- 1)
      guard start >= region.start else { continue }
      var split = MemoryRegions()
      for other in 0..<free.count {
        if other == index {
          try split.append(MemoryRegion(start: region.start, end: start))
          try split.append(MemoryRegion(start: start &+ size, end: region.end))
        } else {
          try split.append(free[other])
        }
      }
      free = split
      nextObject = kernel.kernelAddress(start)
      kernel.zero(nextObject, size)
      return
    }
    throw .outOfMemory
  }

  private mutating func take(_ size: UInt) -> UInt {
    defer { nextObject &+= size }
    return nextObject
  }

  /// How many tables below the root serve the root task's addresses.
  private func tableCount() -> UInt {
    var count: UInt = 0
    var bits = Paging.topLevelBits
    while bits > ObjectBits.page {
      count &+= tableCount(bits)
      bits &-= Paging.levelBits
    }
    return count
  }

  /// How many tables that serve `1 << bits` bytes each serve the root task's addresses.
  private func tableCount(_ bits: UInt) -> UInt {
    let mask: UInt = 1 &<< bits &- 1
    return ((userEnd &+ mask) & ~mask &- imageStart & ~mask) &>> bits
  }

  private func slot(_ index: UInt) -> Reference<Slot> { Reference<Slot>(address: cnode).advanced(by: index) }

  /// Corresponds to `write_slot`.
  private func provide(_ capability: Capability, in slot: Reference<Slot>) {
    slot.pointee = Slot(capability: capability, previous: nil, next: nil, isParent: true)
  }

  private func provide(_ capability: Capability, in initial: InitialSlot) {
    provide(capability, in: slot(initial.rawValue))
  }

  private mutating func provideNext(_ capability: Capability) throws(BootError) {
    guard nextSlot < 1 &<< Limits.rootCNodeBits else { throw .outOfSlots }
    provide(capability, in: slot(nextSlot))
    nextSlot &+= 1
  }

  private func createControls() {
    provide(
      .cnode(
        Reference(address: cnode), radix: Limits.rootCNodeBits,
        guardSize: ObjectBits.word &- Limits.rootCNodeBits, guard: 0),
      in: .cnode)
    provide(.domain, in: .domain)
    let ports = Capability.initialPorts
    if !ports.isNull { provide(ports, in: .ioPortControl) }
    provide(Capability(.interruptControl), in: .interruptControl)
    provide(.asidPool(address: asidPool, base: 0), in: .asidPool)
    provide(Capability(.asidControl), in: .asidControl)
    for number in Platform.minimumInterrupt...Platform.maximumInterrupt {
      kernel.setInterruptState(number, .inactive)
    }
    kernel.setInterruptState(Platform.timerInterrupt, .timer)
  }
}

// The boot information, whose layout is that of `seL4_BootInfo`.
extension Boot {
  private func setWord(_ offset: UInt, _ value: UInt) {
    Reference<UInt>(address: bootInfo &+ offset).pointee = value
  }

  /// Writes the slots from `first` up to the next free one.
  private func setRegion(_ offset: UInt, _ first: UInt) {
    setWord(offset, first)
    setWord(offset &+ 8, nextSlot)
  }

  private func createBootInfo() {
    setWord(0, extraLength)
    setWord(16, 1)
    setWord(32, ipcBufferAddress)
    setWord(136, Limits.rootCNodeBits)
    if chunksLength > 0 { kernel.copy(from: description.chunks.start, to: extraBootInfo, chunksLength) }
    guard treeLength > 0 else { return }
    let start = extraBootInfo &+ chunksLength
    let header = Reference<UInt>(address: start)
    header.pointee = 6  // SEL4_BOOTINFO_HEADER_FDT
    header.advanced(by: 1).pointee = treeLength
    kernel.copy(from: kernel.kernelAddress(description.deviceTree.start), to: start &+ 16, treeLength &- 16)
  }
}

// The root task's address space.
extension Boot {
  private mutating func createAddressSpace() throws(BootError) {
    kernel.shareKernel(with: vspace)
    var capability = Paging.root(address: vspace)
    capability.becomeSpace(root: kernel.physicalAddress(vspace), asid: Boot.asid)
    let first = nextSlot
    provide(capability, in: .vspace)
    Reference<UInt>(address: asidPool).advanced(by: Boot.asid).pointee = capability.space.word
    kernel.asidPool(0).pointee = asidPool
    var table = tables
    var bits = Paging.topLevelBits
    while bits > ObjectBits.page {
      try createTables(bits, &table)
      bits &-= Paging.levelBits
    }
    setRegion(88, first)
  }

  private mutating func createTables(_ bits: UInt, _ table: inout UInt) throws(BootError) {
    let size: UInt = 1 &<< bits
    var address = imageStart & ~(size &- 1)
    while address < userEnd {
      var capability = Paging.table(address: table, bits: bits)
      capability.map(at: address, asid: Boot.asid)
      try provideNext(capability)
      kernel.enter(.table(at: kernel.physicalAddress(table)), at: address, in: vspace)
      table &+= pageSize
      address &+= size
    }
  }

  private func mappedFrame(_ frame: UInt, at address: UInt, attributes: PageAttributes) -> Capability {
    var capability = Capability.frame(address: frame, size: .small, isDevice: false)
    capability.asid = Boot.asid
    capability.mappedAddress = address
    kernel.enter(
      .page(
        at: kernel.physicalAddress(frame), size: .small, rights: .readWrite, attributes: attributes),
      at: address, in: vspace)
    return capability
  }

  private func map(_ frame: UInt, at address: UInt, in initial: InitialSlot) {
    provide(mappedFrame(frame, at: address, attributes: .data), in: initial)
  }

  /// Maps frames that stand in the kernel's memory from `frames.start` on, page by page.
  private mutating func mapImage(_ frames: MemoryRegion, at address: UInt) throws(BootError) {
    var frame = frames.start
    while frame < frames.end {
      try provideNext(
        mappedFrame(frame, at: address &+ (frame &- frames.start), attributes: .code))
      frame &+= pageSize
    }
  }
}

// The root task's thread, and all memory that is left.
extension Boot {
  private func createThread() {
    let thread = Reference<Thread>(address: thread)
    thread.initialise()
    let root = slot(InitialSlot.cnode.rawValue)
    root.insert(root.pointee.capability, into: thread.cspaceSlot)
    let vspace = slot(InitialSlot.vspace.rawValue)
    vspace.insert(vspace.pointee.capability, into: thread.vspaceSlot)
    let buffer = slot(InitialSlot.ipcBuffer.rawValue)
    var frame = buffer.pointee.capability
    frame.asid = 0
    buffer.insert(frame, into: thread.ipcBufferSlot)
    thread.pointee.ipcBufferAddress = ipcBufferAddress
    thread[.capability] = bootInfoAddress
    thread[.nextInstruction] = description.userEntry
    thread.pointee.priority = UInt8(Limits.maximumPriority)
    thread.pointee.maximumPriority = UInt8(Limits.maximumPriority)
    kernel.makeReplyMaster(thread)
    thread.pointee.state = .running
    provide(.thread(thread), in: .thread)
    kernel.state.pointee.schedulerAction = thread.address
  }

  private mutating func createUntypeds() throws(BootError) {
    let first = nextSlot
    // Device memory is everything that is neither memory nor the kernel's.
    var reserved = MemoryRegions()
    var hasMemory = false
    for index in 0..<description.kernelDevices.count {
      let device = description.kernelDevices[index]
      if !hasMemory, device.start > description.memory.start {
        try reserved.append(description.memory)
        hasMemory = true
      }
      try reserved.append(device)
    }
    if !hasMemory { try reserved.append(description.memory) }
    let devices = try reserved.gaps(in: MemoryRegion(start: 0, end: Limits.deviceTop))
    for index in 0..<devices.count { try createUntypeds(devices[index], isDevice: true, first) }
    for index in 0..<free.count { try createUntypeds(free[index], isDevice: false, first) }
    setRegion(152, first)
  }

  /// Covers a region with the fewest untypeds that are aligned to their size.
  private mutating func createUntypeds(
    _ region: MemoryRegion, isDevice: Bool, _ first: UInt
  ) throws(BootError) {
    var start = region.start
    while start < region.end {
      var bits = min(
        63 &- UInt((region.end &- start).leadingZeroBitCount), ObjectBits.maximumUntyped)
      if start != 0 { bits = min(bits, UInt(start.trailingZeroBitCount)) }
      if bits >= ObjectBits.minimumUntyped, nextSlot &- first < Limits.bootUntypeds {
        let entry = 168 &+ (nextSlot &- first) &* 16
        setWord(entry, start)
        setWord(entry &+ 8, bits | (isDevice ? 1 &<< 8 : 0))
        try provideNext(
          .untyped(
            address: kernel.kernelAddress(start), sizeBits: bits, isDevice: isDevice,
            freeOffset: 1 &<< bits))
      }
      start &+= 1 &<< bits
    }
  }
}
