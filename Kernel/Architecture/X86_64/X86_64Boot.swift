#if os(none) && arch(x86_64)
  import CKernelEntry

  // The boot by Multiboot (0.6.96): memory, the root task as a module, and ACPI's tables. As seL4's `boot_sys.c`.

  /// The boot: the arguments are what Multiboot leaves in eax and ebx.
  @c(dddk_boot)
  public func bootEntry(_ magic: UInt, _ information: UInt) -> UInt {
    let kernel = Microkernel.machine
    kernel.state.pointee.windowOffset = Microkernel.window
    guard magic == 0x2bad_b002 else { kernelPanic("not started by Multiboot", magic) }
    let image = kernel.imageRegion
    guard image.end <= 0x20_0000 else { kernelPanic("larger than its window", image.end) }
    guard let boot = Multiboot(information, kernel: image) else {
      kernelPanic("no memory map or module", information)
    }
    guard let controllers = InterruptControllerTable.find() else {
      kernelPanic("no I/O APIC in ACPI's tables", 0)
    }
    guard let program = boot.load(with: kernel, at: image.end) else {
      kernelPanic("the module is no program that fits", boot.module.start, boot.module.end, boot.memory.end)
    }
    var chunks = BootChunks()
    chunks.append(id: 3, from: controllers.pointer, 36)
    chunks.appendMemoryMap(from: boot.map.start, boot.map.end &- boot.map.start)
    kernel.mapKernel(
      memoryEnd: boot.memory.end, localController: controllers.localController,
      lineController: controllers.lineController)
    kernel.startProcessor()
    kernel.startInterruptController()
    let frequency = kernel.measureTimers()
    guard frequency != 0, Platform.ticks != 0 else { kernelPanic("the timer does not count", frequency) }
    chunks.append(id: 5, number: frequency)
    var devices = MemoryRegions()
    do {
      let (first, second) = (
        min(controllers.localController, controllers.lineController),
        max(controllers.localController, controllers.lineController)
      )
      try devices.append(MemoryRegion(start: first, end: first &+ 0x1000))
      try devices.append(MemoryRegion(start: second, end: second &+ 0x1000))
      // A write there is an interrupt.
      try devices.append(MemoryRegion(start: 0xffff_fff8, end: 0x1_0000_0000))
    } catch {
      kernelPanic(error.text, boot.memory.end)
    }
    return kernel.start(
      BootDescription(
        kernel: image, memory: boot.memory, kernelDevices: devices,
        deviceTree: MemoryRegion(start: 0, end: 0), chunks: chunks.region, userImage: program.image,
        userOffset: program.offset, userEntry: program.entry))
  }

  /// What Multiboot says, checked.
  private struct Multiboot {
    /// The memory that the kernel stands in, as far as its window goes.
    let memory: MemoryRegion
    /// The memory map as it stands there.
    let map: MemoryRegion
    /// The root task's ELF file, and where all modules end.
    let module: MemoryRegion
    let modulesEnd: UInt

    init?(_ information: UInt, kernel: MemoryRegion) {
      guard let flags = PhysicalMemory.word32(information), flags & (1 &<< 3 | 1 &<< 6) == 1 &<< 3 | 1 &<< 6,
        let count = PhysicalMemory.word32(information &+ 20), count >= 1, count <= 64,
        let modules = PhysicalMemory.word32(information &+ 24),
        let mapLength = PhysicalMemory.word32(information &+ 44), mapLength <= 4096,
        let mapStart = PhysicalMemory.word32(information &+ 48)
      else { return nil }
      map = MemoryRegion(start: mapStart, end: mapStart &+ mapLength)
      guard let memory = Multiboot.memory(map, around: kernel) else { return nil }
      self.memory = memory
      var end: UInt = 0
      var first = MemoryRegion(start: 0, end: 0)
      for index in 0..<count {
        guard let start = PhysicalMemory.word32(modules &+ index &* 16),
          let stop = PhysicalMemory.word32(modules &+ index &* 16 &+ 4), start < stop,
          start >= kernel.end, stop <= memory.end
        else { return nil }
        if index == 0 { first = MemoryRegion(start: start, end: stop) }
        end = max(end, stop)
      }
      module = first
      modulesEnd = end
    }

    /// The usable memory around the kernel.
    private static func memory(_ map: MemoryRegion, around kernel: MemoryRegion) -> MemoryRegion? {
      var entry = map.start
      while entry &+ 24 <= map.end {
        guard let size = PhysicalMemory.word32(entry), size >= 20, size <= 4096,
          let start = PhysicalMemory.word64(entry &+ 4), let length = PhysicalMemory.word64(entry &+ 12),
          let type = PhysicalMemory.word32(entry &+ 20)
        else { return nil }
        let end = min(start &+ min(length, UInt.max &- start), Platform.memoryEnd) & ~0xfff
        if type == 1, start <= kernel.start, kernel.end <= end {
          return MemoryRegion(start: max((start &+ 0xfff) & ~0xfff, Platform.memoryStart), end: end)
        }
        entry &+= size &+ 4
      }
      return nil
    }

    /// Where the root task's program went.
    struct Program {
      let image: MemoryRegion
      let offset: UInt
      let entry: UInt
    }

    /// Puts the module's segments where they belong, the whole at a physical address, which may be the module's own.
    ///
    /// Corresponds to `load_boot_module`: first behind all modules, then in place.
    func load(with kernel: Microkernel, at address: UInt) -> Program? {
      let file = module.start
      let size = module.end &- module.start
      // An ELF file of 64 bits, little-endian, for this processor.
      guard size >= 64, PhysicalMemory.word32(file) == 0x464c_457f,
        PhysicalMemory.word16(file &+ 4) == 0x0102,
        PhysicalMemory.word16(file &+ 18) == 62, let entry = PhysicalMemory.word64(file &+ 24),
        let table = PhysicalMemory.word64(file &+ 32), PhysicalMemory.word16(file &+ 54) == 56,
        let count = PhysicalMemory.word16(file &+ 56), table <= size, count &* 56 <= size &- table
      else { return nil }
      var first = UInt.max
      var last: UInt = 0
      for index in 0..<count {
        guard let segment = Segment(file &+ table &+ index &* 56, fileSize: size) else { return nil }
        guard segment.isLoaded else { continue }
        first = min(first, segment.address)
        last = max(last, segment.address &+ segment.memorySize)
      }
      let end = (last &+ 0xfff) & ~0xfff
      let stage = (modulesEnd &+ 0xfff) & ~0xfff
      guard first < end, first & 0xfff == 0, first <= entry, entry < end else { return nil }
      guard stage <= memory.end, end &- first <= memory.end &- stage else {
        kernelPanic("the root task's image needs more memory", stage &+ (end &- first), memory.end)
      }
      kernel.zero(kernel.kernelAddress(stage), end &- first)
      for index in 0..<count {
        guard let segment = Segment(file &+ table &+ index &* 56, fileSize: size), segment.isLoaded else {
          continue
        }
        kernel.copy(
          from: kernel.kernelAddress(file &+ segment.offset),
          to: kernel.kernelAddress(stage &+ (segment.address &- first)), segment.fileSize)
      }
      kernel.copy(from: kernel.kernelAddress(stage), to: kernel.kernelAddress(address), end &- first)
      return Program(
        image: MemoryRegion(start: address, end: address &+ (end &- first)), offset: address &- first,
        entry: entry)
    }

    /// A program header, checked against its file.
    private struct Segment {
      let isLoaded: Bool
      let offset: UInt
      let address: UInt
      let fileSize: UInt
      let memorySize: UInt

      init?(_ header: UInt, fileSize limit: UInt) {
        guard let type = PhysicalMemory.word32(header), let offset = PhysicalMemory.word64(header &+ 8),
          let address = PhysicalMemory.word64(header &+ 16),
          let fileSize = PhysicalMemory.word64(header &+ 32),
          let memorySize = PhysicalMemory.word64(header &+ 40)
        else { return nil }
        isLoaded = type == 1 && memorySize > 0
        self.offset = offset
        self.address = address
        self.fileSize = fileSize
        self.memorySize = memorySize
        guard isLoaded else { return }
        guard offset <= limit, fileSize <= limit &- offset, fileSize <= memorySize,
          memorySize <= 1 &<< 31, address <= Limits.userTop
        else { return nil }
      }
    }
  }

  /// The chunks of the extra boot information, behind each other.
  private struct BootChunks {
    private static var limit: UInt { 2048 }
    private let start = dddk_boot_chunks_address()
    private var length: UInt = 0

    var region: MemoryRegion { MemoryRegion(start: start, end: start &+ length) }

    private func store(_ value: UInt, _ size: UInt, at offset: UInt) {
      for index in 0..<size {
        Reference<UInt8>(address: start &+ offset &+ index).pointee =
          UInt8(truncatingIfNeeded: value &>> (index &* 8))
      }
    }

    private mutating func begin(id: UInt, _ size: UInt) -> UInt? {
      guard length &+ 16 &+ size <= BootChunks.limit else { return nil }
      store(id, 8, at: length)
      store(16 &+ size, 8, at: length &+ 8)
      defer { length &+= 16 &+ size }
      return length &+ 16
    }

    /// A copy of what firmware has at an address.
    mutating func append(id: UInt, from address: UInt, _ size: UInt) {
      guard let source = PhysicalMemory.range(address, size), let place = begin(id: id, size) else { return }
      dddk_copy(start &+ place, source, size)
    }

    mutating func append(id: UInt, number: UInt) {
      if let place = begin(id: id, 4) { store(number, 4, at: place) }
    }

    /// Corresponds to `seL4_X86_BootInfo_mmap_t`: the map's length and room for 50 entries.
    mutating func appendMemoryMap(from address: UInt, _ size: UInt) {
      let size = min(size, 50 &* 24)
      guard let source = PhysicalMemory.range(address, size), let place = begin(id: 2, 4 &+ 50 &* 24) else {
        return
      }
      store(size, 4, at: place)
      dddk_copy(start &+ place &+ 4, source, size)
    }
  }
#endif
