/// The device without hardware.
struct FakeFile {
  private let plan: DriverPlan

  init(_ plan: DriverPlan) { self.plan = plan }

  var text: String {
    var out = SwiftText()
    out.line("#if !os(none)")
    out.indented { out in
      out.line("import DriverRuntime")
      out.blank()
      out.block("extension \(plan.type)") { out in
        for region in plan.regions { table(region, &out) }
        interrupts(&out)
        if let serial = plan.serial { fake(serial, &out) } else { fake(&out) }
      }
    }
    out.line("#endif")
    return plan.header + "\n" + out.text
  }

  private func table(_ region: RegionPlan, _ out: inout SwiftText) {
    out.blank()
    out.documentation(
      "The registers\(plan.regions.count > 1 ? " of \(region.resource)" : "") as a fake knows them.")
    out.block("static var \(property(region)): [FakeDevice.Register]") { out in
      out.line("[")
      out.indented { out in
        for register in region.registers {
          var arguments = [
            "\"\(register.name)\"", "at: \(NumberText.hexadecimal(register.offset, digits: 2))",
          ]
          if register.stored != 0 { arguments.append("writable: \(NumberText.hexadecimal(register.stored))") }
          if register.clearedByOnes != 0 {
            arguments.append("clearedByOnes: \(NumberText.hexadecimal(register.clearedByOnes))")
          }
          if let reset = register.reset, reset != 0 {
            arguments.append("reset: \(NumberText.hexadecimal(reset))")
          }
          out.call(".init", arguments, region.registers.count == 1 ? "" : ",")
        }
      }
      out.line("]")
    }
  }

  private func property(_ region: RegionPlan) -> String {
    plan.regions.count > 1 ? "fake\(region.type.dropFirst(plan.type.count))" : "fakeRegisters"
  }

  private func interrupts(_ out: inout SwiftText) {
    out.blank()
    out.documentation("The interrupts as a fake knows them.")
    out.block("static var fakeInterrupts: [FakeDevice.Interrupt]") { out in
      if plan.interrupts.isEmpty { return out.line("[]") }
      out.line("[")
      out.indented { out in
        for interrupt in plan.interrupts {
          var arguments = ["status: \"\(interrupt.statusName)\""]
          if let mask = interrupt.maskName { arguments.append("mask: \"\(mask)\"") }
          if let acknowledge = interrupt.acknowledgeName {
            arguments.append("acknowledge: \"\(acknowledge)\"")
          }
          let causes = interrupt.causes.map { "\"\($0.name)\": \(NumberText.hexadecimal($0.mask))" }
          arguments.append("causes: [\(causes.isEmpty ? ":" : causes.joined(separator: ", "))]")
          out.call(".init", arguments, plan.interrupts.count == 1 ? "" : ",")
        }
      }
      out.line("]")
    }
  }

  private var registers: String { plan.regions.map(property).joined(separator: " + ") }

  private func fake(_ out: inout SwiftText) {
    out.blank()
    out.documentation("A \(plan.device) without hardware, in its state after reset.")
    out.block("static func fake() -> FakeDevice") { out in
      out.call("FakeDevice", [plan.regions.isEmpty ? "[]" : registers, "interrupts: fakeInterrupts"])
    }
  }

  private func fake(_ serial: SerialPlan, _ out: inout SwiftText) {
    out.blank()
    out.documentation(
      "A \(plan.device) without hardware, in its state after reset, with a line that a test holds.",
      ["- Parameter depth: How many characters each FIFO holds.\n- Returns: The device."])
    out.block("static func fake(depth: Int = 16) -> FakeSerialDevice") { out in
      out.line("FakeSerialDevice(")
      out.indented { out in
        out.line("FakeDevice(\(registers), interrupts: fakeInterrupts),")
        out.line("depth: depth,")
        out.line("transmit: .init(")
        out.line(
          "  data: \(bits(serial.transmitData)), flag: \(flag(serial.transmitBlocked, serial.isBlockedWhenSet)), "
            + "cause: \"\(serial.transmitCause)\"),")
        out.line("receive: .init(")
        out.line(
          "  data: \(bits(serial.receiveData)), flag: \(flag(serial.receiveEmpty, serial.isEmptyWhenSet)), "
            + "cause: \"\(serial.receiveCause)\"),")
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
