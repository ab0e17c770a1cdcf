extension Board {
  /// What a board can be had with: QEMU makes it with another processor, more memory or another interrupt controller, and
  /// seL4 is built for one of each.
  ///
  /// Each list names what the board has without being asked, too; an empty one leaves no choice.
  public struct Choices: Hashable, Sendable {
    /// The processors.
    public var processors: [ProcessorChoice] = []
    /// RAM in mebibytes.
    public var memoryMebibytes: [Int] = []
    /// The interrupt controllers.
    public var interruptControllers: [InterruptController] = []

    /// No choice at all.
    public static let none = Choices()
  }

  /// A processor that a board can have.
  public struct ProcessorChoice: Hashable, Sendable {
    /// QEMU's `-cpu`.
    public let name: String
    /// What an installed seL4 must have been built for.
    public let requirement: KernelRequirements.Switch
  }

  /// An interrupt controller that a board can have.
  public struct InterruptController: Hashable, Sendable {
    /// Its name, as people choose it.
    public let name: String
    /// QEMU's `-machine` with it.
    public let machine: String
    /// The compilation condition under which the kernel has it; nil for the processor's usual one.
    public let condition: String?
    /// Devices that the kernel keeps for itself.
    public let devices: [Range<UInt64>]
    /// The first register of the controller.
    public let registers: UInt64
    /// A second block of its registers.
    public let interface: UInt64
    /// What an installed seL4 must have been built for.
    public let requirement: KernelRequirements.Switch
  }

  /// What somebody wants of a board that it cannot be had with.
  public struct ChoiceError: Error, Hashable, Sendable {
    /// What was chosen: `processor`, `memory in MiB`, `interrupt controller`.
    public let subject: String
    /// What was wanted.
    public let wanted: String
    /// What there is.
    public let known: [String]
  }

  /// The board with another processor, memory or interrupt controller; nil leaves what it has.
  ///
  /// - Throws: ``ChoiceError`` for the first that it cannot be had with.
  public func with(
    processor: String? = nil, memoryMebibytes: Int? = nil, interruptController: String? = nil
  ) throws(ChoiceError) -> Board {
    var board = self
    if let processor, processor != emulator.processor {
      let choice = try Self.choose(
        "processor", processor, among: choices.processors, or: emulator.processor, name: \.name)
      board.emulator.processor = choice.name
      board.requirements.processor = choice.requirement
    }
    if let memoryMebibytes, memoryMebibytes != emulator.memoryMebibytes {
      _ = try Self.choose(
        "memory in MiB", "\(memoryMebibytes)", among: choices.memoryMebibytes.map(String.init),
        or: "\(emulator.memoryMebibytes)", name: \.self)
      board.emulator.memoryMebibytes = memoryMebibytes
      board.kernel.memory = kernel.memory.with(memoryMebibytes, for: emulator.memoryMebibytes)
      board.requirements.memory = requirements.memory.with(memoryMebibytes, for: emulator.memoryMebibytes)
    }
    if let interruptController, interruptController != self.interruptController?.name {
      let choice = try Self.choose(
        "interrupt controller", interruptController, among: choices.interruptControllers,
        or: nil, name: \.name)
      board.emulator.machine = choice.machine
      board.kernel.condition = choice.condition
      board.kernel.devices = choice.devices
      board.kernel.interruptController = choice.registers
      board.kernel.interruptInterface = choice.interface
      board.requirements.interruptController = choice.requirement
    }
    return board
  }

  private static func choose<Choice>(
    _ subject: String, _ wanted: String, among choices: [Choice], or standard: String?,
    name: (Choice) -> String
  ) throws(ChoiceError) -> Choice {
    guard let choice = choices.first(where: { name($0) == wanted }) else {
      let known = choices.map(name)
      throw ChoiceError(
        subject: subject, wanted: wanted, known: known.isEmpty ? standard.map { [$0] } ?? [] : known)
    }
    return choice
  }

  /// The interrupt controller that it has, where there is a choice.
  public var interruptController: InterruptController? {
    choices.interruptControllers.first { $0.condition == kernel.condition }
  }

  /// The name under which its kernel is built: one for each interrupt controller.
  ///
  /// Processor and memory make no difference to the reference kernel.
  public var kernelName: String {
    kernel.condition.map { "\(name)-\($0.lowercased())" } ?? name
  }

  /// Boards that differ in what their kernel is compiled for, this one first; each with as much memory as can be had.
  public var kernelVariants: [Board] {
    let conditions = choices.interruptControllers.filter { $0.condition != kernel.condition }
    let memory = choices.memoryMebibytes.max()
    let all = [self] + conditions.compactMap { try? with(interruptController: $0.name) }
    return all.compactMap { try? $0.with(memoryMebibytes: memory) }
  }

  /// The name with what was chosen, where something was.
  public var title: String {
    guard let standard = Board.named(name), standard != self else { return name }
    let parts =
      [emulator.processor, "\(emulator.memoryMebibytes) MiB"] + (interruptController.map { [$0.name] } ?? [])
    return "\(name) (\(parts.joined(separator: ", ")))"
  }
}

extension Range<UInt64> {
  /// The range that ends so many mebibytes later, or earlier.
  fileprivate func with(_ mebibytes: Int, for old: Int) -> Range<UInt64> {
    lowerBound..<(upperBound &+ UInt64(bitPattern: Int64(mebibytes - old) << 20))
  }
}
