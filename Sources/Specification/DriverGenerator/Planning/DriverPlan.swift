import DriverSpec

/// All that rendering writes down: every decision is made, every Swift name is chosen.
struct DriverPlan {
  /// The spec's file.
  var source: SpecFile
  /// The device's name as its manual has it, and the prefix of the generated types.
  var device: String
  var summary: String?
  var manual: String?
  /// The line of `driver:`.
  var line: Int
  var regions: [RegionPlan]
  /// The ways in which a board may give the registers, in the order in which a component asks for them.
  var ways: [RegisterWay]
  /// Blocks that stand in several places.
  var sharedBlocks: [BlockPlan]
  var locks: [LockPlan]
  var descriptors: [DescriptorPlan]
  var rings: [RingPlan]
  var pools: [PoolPlan]
  /// Every register at its place, as the fake knows it.
  var fakeRegisters: [FakeRegisterPlan]
  var fakeLocks: [(name: String, register: String, unlock: [UInt64], lock: UInt64?)]
  var clocks: [ClockPlan]
  var parameters: [ParameterPlan]
  /// How many interrupt lines the driver serves.
  var interruptCount: Int
  /// `probe`, `start` and `stop`, in this order, whether or not the spec has them; then `quiesce` and
  /// `self-test`, where it does.
  var lifecycle: [SequencePlan]
  /// The author's own, in source order.
  var sequences: [SequencePlan]
  var interrupts: [InterruptPlan]
  var hooks: [HookPlan]
  var serial: SerialPlan?

  /// A device's own name for itself as a Swift type.
  var type: String { SwiftName.type(device) }

  init(_ checked: CheckedDriverSpec, from source: SpecFile) {
    let spec = checked.spec
    self.source = source
    device = spec.name.value
    summary = spec.summary?.value
    manual = spec.manual?.value
    line = spec.name.place.line
    let names = SpecNames(spec, checked.registerMap)
    var planner = BlockPlanner(names)
    regions = RegionPlan.all(of: spec, names, &planner)
    ways = RegisterWay.all(of: spec)
    sharedBlocks = planner.shared
    locks = planner.locks
    let descriptors = planner.descriptors()
    self.descriptors = descriptors
    rings = spec.rings.map { RingPlan($0, names, descriptors) }
    pools = PoolPlan.all(of: spec)
    fakeRegisters = FakeRegisterPlan.all(of: spec, checked.registerMap, regions)
    fakeLocks = spec.locks.map { lock in
      (
        name: lock.name.value, register: names.map.register(lock.register).map(FakeRegisterPlan.name) ?? "",
        unlock: lock.unlock.map(\.value), lock: lock.lock?.value
      )
    }
    clocks = ClockPlan.all(of: spec)
    parameters = spec.parameters.map(ParameterPlan.init)
    interruptCount = spec.resources.count(where: \.isInterrupt)
    let sequences = SequencePlan.all(of: spec, names)
    let wellKnown = ["probe", "start", "stop", "quiesce", "selfTest"]
    lifecycle = wellKnown.compactMap { name in
      sequences.first { $0.name == name }
        ?? (["probe", "start", "stop"].contains(name) ? SequencePlan(name: name) : nil)
    }
    self.sequences = sequences.filter { !wellKnown.contains($0.name) }
    serial = spec.serial.map { SerialPlan($0, names) }
    interrupts = spec.interrupts.map { InterruptPlan($0, of: spec, names) }
    hooks = HookPlan.all(of: spec, interrupts)
  }
}

/// A value of a checked spec that must be there; that it is not is a mistake of the rules, not of the spec.
func checked<Value>(_ value: Value?, _ what: @autoclosure () -> String) -> Value {
  guard let value else { preconditionFailure("a checked spec has no \(what())") }
  return value
}
