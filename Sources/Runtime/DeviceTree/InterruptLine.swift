/// An interrupt by the number that the kernel knows it by.
public struct InterruptLine: Equatable, Sendable {
  /// The number of the line at the machine's interrupt controller.
  public let number: UInt32
  /// How the line asks; `nil` where the controller's binding does not say.
  public let trigger: Trigger?
  /// Whether the line is low while it asks, or falls; only where a controller takes both ways.
  public let isActiveLow: Bool

  /// Line `number`, with what is known of its trigger.
  public init(number: UInt32, trigger: Trigger?, isActiveLow: Bool = false) {
    self.number = number
    self.trigger = trigger
    self.isActiveLow = isActiveLow
  }

  /// How a line asks for attention.
  public enum Trigger: UInt8, Sendable {
    /// By a level that stays until the device is served.
    case level
    /// By a change.
    case edge
  }
}

extension TreeReader {
  /// The line that an interrupt's specifier means, after the binding of its controller.
  ///
  /// GICv1 to v3 (three cells): kind 0 is a shared interrupt, at 32 and up; kind 1 a processor's own, at 16 and up; the
  /// lowest bits of the third cell are 1 or 2 for edges, 4 or 8 for levels. PLIC (one cell) and APLIC (two
  /// cells, flags as above): the number itself. The ISA bus's own (`chrp,iic`, two cells): the bus's line, 0 to 15, and
  /// 0 or 1 for a low or high level, 2 or 3 for a falling or rising edge; which pin it comes to, only firmware knows.
  ///
  /// - Throws: `TreeError.unknownController` for other controllers.
  public func line(_ interrupt: TreeInterrupt<Node>) throws(TreeError) -> InterruptLine {
    let controller = interrupt.controller
    if isCompatible(controller, "arm,cortex-a15-gic") || isCompatible(controller, "arm,cortex-a9-gic")
      || isCompatible(controller, "arm,cortex-a7-gic") || isCompatible(controller, "arm,gic-400")
      || isCompatible(controller, "arm,gic-v3")
    {
      guard interrupt.cellCount >= 3, interrupt.cells[0] <= 1, interrupt.cells[1] < 1020 else {
        throw .badSpecifier(firstCell: interrupt.cells[0], controller: place(of: controller))
      }
      let first: UInt32 = interrupt.cells[0] == 0 ? 32 : 16
      return InterruptLine(number: first + interrupt.cells[1], trigger: Self.trigger(interrupt.cells[2]))
    }
    if isCompatible(controller, "riscv,plic0") || isCompatible(controller, "sifive,plic-1.0.0") {
      guard interrupt.cellCount == 1 else {
        throw .badSpecifier(firstCell: interrupt.cells[0], controller: place(of: controller))
      }
      return InterruptLine(number: interrupt.cells[0], trigger: nil)
    }
    if isCompatible(controller, "riscv,aplic") {
      guard interrupt.cellCount == 2 else {
        throw .badSpecifier(firstCell: interrupt.cells[0], controller: place(of: controller))
      }
      return InterruptLine(number: interrupt.cells[0], trigger: Self.trigger(interrupt.cells[1]))
    }
    if isCompatible(controller, "chrp,iic") {
      guard interrupt.cellCount == 2, interrupt.cells[0] < 16, interrupt.cells[1] < 4 else {
        throw .badSpecifier(firstCell: interrupt.cells[0], controller: place(of: controller))
      }
      return InterruptLine(
        number: interrupt.cells[0], trigger: interrupt.cells[1] < 2 ? .level : .edge,
        isActiveLow: interrupt.cells[1] & 1 == 0)
    }
    throw .unknownController(node: place(of: controller))
  }

  /// What the flags of a two- or three-cell specifier say of the trigger.
  private static func trigger(_ flags: UInt32) -> InterruptLine.Trigger? {
    switch flags & 0xf {
    case 1, 2, 3: .edge
    case 4, 8: .level
    default: nil
    }
  }
}
