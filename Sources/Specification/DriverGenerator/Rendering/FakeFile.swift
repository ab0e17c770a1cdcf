/// The device without hardware.
struct FakeFile {
  private let plan: DriverPlan

  init(_ plan: DriverPlan) { self.plan = plan }

  var text: String {
    var out = SwiftText(header: plan.header)
    out.line("#if !os(none)")
    out.indented { out in
      out.line("import DriverRuntime")
      out.blank()
      out.block("extension \(plan.type)") { out in
        table(&out)
        interrupts(&out)
        locks(&out)
        if let serial = plan.serial { fake(serial, &out) } else { fake(&out) }
      }
    }
    out.line("#endif")
    return out.text
  }

  private func table(_ out: inout SwiftText) {
    out.blank()
    out.documentation("The registers as a fake knows them.")
    out.block("static var fakeRegisters: [FakeRegister]") { out in
      list(plan.fakeRegisters.map { (".init", arguments(of: $0)) }, &out)
    }
  }

  /// An array of calls, each on a line.
  private func list(_ calls: [(head: String, arguments: [String])], _ out: inout SwiftText) {
    if calls.isEmpty { return out.line("[]") }
    out.line("[")
    out.indented { out in
      for call in calls { out.call(call.head, call.arguments, calls.count == 1 ? "" : ",") }
    }
    out.line("]")
  }

  private func arguments(of register: FakeRegisterPlan) -> [String] {
    func mask(_ bits: UInt64) -> String { NumberText.hexadecimal(bits) }
    var arguments = ["\"\(register.name)\"", "at: \(NumberText.hexadecimal(register.offset, digits: 2))"]
    if register.region != 0 { arguments.append("in: \(register.region)") }
    if register.width != 32 { arguments.append("width: \(register.width)") }
    if !register.repetitions.isEmpty {
      let all = register.repetitions.map {
        ".init(\($0.count), every: \(NumberText.hexadecimal($0.stride)))"
      }
      arguments.append("repeated: [\(all.joined(separator: ", "))]")
    }
    if !register.isReadable { arguments.append("isReadable: false") }
    if !register.isWritable { arguments.append("isWritable: false") }
    if register.stored != 0 { arguments.append("stored: \(mask(register.stored))") }
    if register.storedOnce != 0 { arguments.append("storedOnce: \(mask(register.storedOnce))") }
    if !register.onWrite.isEmpty {
      let all = register.onWrite.map { ".\($0.effect): \(mask($0.mask))" }
      arguments.append("onWrite: [\(all.joined(separator: ", "))]")
    }
    if !register.onRead.isEmpty {
      let all = register.onRead.map { ".\($0.effect): \(mask($0.mask))" }
      arguments.append("onRead: [\(all.joined(separator: ", "))]")
    }
    if register.reset != 0 { arguments.append("reset: \(mask(register.reset))") }
    if let bank = register.bank {
      arguments.append(
        "bank: .init(while: \"\(bank.selector)\", \(mask(bank.mask)), is: \(mask(bank.value)))")
    }
    if let lock = register.lock { arguments.append("lock: \"\(lock)\"") }
    return arguments
  }

  private func interrupts(_ out: inout SwiftText) {
    out.blank()
    out.documentation("The interrupts as a fake knows them.")
    out.block("static var fakeInterrupts: [FakeInterrupt]") { out in
      list(plan.interrupts.map { (".init", arguments(of: $0.fake)) }, &out)
    }
  }

  private func arguments(of interrupt: FakeInterruptPlan) -> [String] {
    var arguments: [String] = []
    if let status = interrupt.status { arguments.append("status: \"\(status)\"") }
    if let pending = interrupt.pending { arguments.append("pending: \(pattern(pending))") }
    if let idle = interrupt.idle { arguments.append("idle: \(pattern(idle))") }
    if let mask = interrupt.mask { arguments.append("mask: \"\(mask)\"") }
    if let acknowledge = interrupt.acknowledge { arguments.append("acknowledge: \(acknowledge)") }
    let causes = interrupt.causes.map { cause in
      var arguments = ["\"\(cause.name)\"", pattern(cause.pattern)]
      if cause.bits != cause.pattern.mask {
        arguments.append("bits: \(NumberText.hexadecimal(cause.bits))")
      }
      if let enable = cause.enable {
        arguments.append("enable: (\"\(enable.register)\", \(NumberText.hexadecimal(enable.mask)))")
      }
      if let acknowledge = cause.acknowledge { arguments.append("acknowledge: \(acknowledge)") }
      return ".init(\(arguments.joined(separator: ", ")))"
    }
    return arguments + ["causes: [\(causes.joined(separator: ", "))]"]
  }

  private func pattern(_ pattern: FakeInterruptPlan.Pattern) -> String {
    ".init(\(NumberText.hexadecimal(pattern.mask)), \(NumberText.hexadecimal(pattern.value)))"
  }

  private func locks(_ out: inout SwiftText) {
    guard !plan.fakeLocks.isEmpty else { return }
    out.blank()
    out.documentation("The locks as a fake knows them.")
    out.block("static var fakeLocks: [FakeLock]") { out in
      list(
        plan.fakeLocks.map { lock in
          let words = lock.unlock.map { NumberText.hexadecimal($0) }.joined(separator: ", ")
          let end = lock.lock.map { ["lock: \(NumberText.hexadecimal($0))"] } ?? []
          return (".init", ["\"\(lock.name)\"", "at: \"\(lock.register)\"", "unlock: [\(words)]"] + end)
        }, &out)
    }
  }

  /// The device's registers, with all that the spec says of them.
  private var device: String {
    "FakeDevice(fakeRegisters, interrupts: fakeInterrupts\(plan.fakeLocks.isEmpty ? "" : ", locks: fakeLocks"))"
  }

  private func fake(_ out: inout SwiftText) {
    out.blank()
    out.documentation("A \(plan.device) without hardware, in its state after reset.")
    out.block("static func fake() -> FakeDevice") { out in out.line("\(device)") }
  }

  private func fake(_ serial: SerialPlan, _ out: inout SwiftText) {
    out.blank()
    out.documentation(
      "A \(plan.device) without hardware, in its state after reset, with a line that a test holds.",
      ["- Parameter depth: How many characters each FIFO holds.\n- Returns: The device."])
    out.block("static func fake(depth: Int = 16) -> FakeSerialDevice") { out in
      out.line("FakeSerialDevice(")
      out.indented { out in
        out.line("\(device),")
        out.line("depth: depth,")
        out.line("transmit: .init(")
        out.line(
          """
            data: \(bits(serial.transmitData)), flag: \(flag(serial.transmitBlocked, serial.isBlockedWhenSet)), \
          cause: "\(serial.transmitCause)"),
          """)
        out.line("receive: .init(")
        out.line(
          """
            data: \(bits(serial.receiveData)), flag: \(flag(serial.receiveEmpty, serial.isEmptyWhenSet)), \
          cause: "\(serial.receiveCause)"),
          """)
        if serial.errors.isEmpty {
          out.line("errors: [])")
        } else {
          out.line("errors: [")
          let comma = serial.errors.count == 1 ? "" : ","
          for error in serial.errors { out.line("  (.\(error.kind), \(bits(error.path)))\(comma)") }
          out.line("])")
        }
      }
    }
  }

  /// The bits of a flag, and what they are while the device is blocked.
  private func flag(_ path: SerialPlan.FieldPath, _ isSet: Bool) -> String {
    isSet ? bits(path) : "\(bits(path)), whenBlocked: false"
  }

  private func bits(_ path: SerialPlan.FieldPath) -> String {
    ".init(\"\(path.registerName)\", \(NumberText.hexadecimal(path.mask)))"
  }
}
