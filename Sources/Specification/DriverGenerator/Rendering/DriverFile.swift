/// Resources, lifecycle, sequences, interrupts and the device's class.
struct DriverFile {
  let plan: DriverPlan

  init(_ plan: DriverPlan) { self.plan = plan }

  var text: String {
    var out = SwiftText(header: plan.header)
    out.line("import DriverRuntime")
    resources(&out)
    for way in plan.ways { grants(way, &out) }
    driver(&out)
    hooks(&out)
    bounds(&out)
    lifecycle(&out)
    sequences(&out)
    rings(&out)
    interrupts(&out)
    if let serial = plan.serial { self.serial(serial, &out) }
    return out.text
  }

  private var names: [(property: String, type: String)] {
    plan.clocks.map { ($0.name, "UInt64") } + plan.parameters.map { ($0.name, "UInt64") }
  }

  /// The bundle of what the driver may touch.
  private func resources(_ out: inout SwiftText) {
    out.blank()
    out.documentation("What the driver of a \(plan.device) needs of the machine, and all that it gets.")
    out.block("struct \(plan.type)Resources<Bus: RegisterBus>: ~Copyable") { out in
      for region in plan.regions {
        out.documentation(
          """
          Memory \(region.index) of the device, \(NumberText.hexadecimal(region.size)) bytes. \
          \(plan.cite(region.line))
          """)
        out.line("let \(region.property): \(region.type)<Bus>")
      }
      for clock in plan.clocks {
        out.documentation("The rate of clock \(clock.index) of the device in Hz. \(plan.cite(clock.line))")
        out.line("let \(clock.name): UInt64")
      }
      for parameter in plan.parameters {
        out.documentation("\(description(parameter)) \(plan.cite(parameter.line))")
        out.line("let \(parameter.name): UInt64")
      }
      out.blank()
      let checks = plan.parameters.contains { $0.range != nil }
      let arguments =
        plan.regions.map { "\($0.property): Bus" } + plan.clocks.map { "\($0.name): UInt64" }
        + plan.parameters.map { "\($0.name): UInt64 = \(NumberText.decimal($0.defaultValue))" }
      out.documentation("Takes what a system gives; a parameter that it does not set has its default.")
      out.call("init", arguments, (checks ? " throws(DriverError)" : "") + " {")
      out.indented { out in
        for parameter in plan.parameters {
          if let range = parameter.range {
            out.line(
              "try Quantity(\(parameter.name)).require(\(rangeText(range)), specLine: \(parameter.line))")
          }
        }
        for region in plan.regions {
          out.line("self.\(region.property) = \(region.type)(on: \(region.property))")
        }
        for (property, _) in names { out.line("self.\(property) = \(property)") }
      }
      out.line("}")
    }
  }

  /// Whether the board decides how registers are spread.
  private var isSpread: Bool { plan.regions.contains { $0.spread != nil } }

  /// The bus on which registers are reached in one way.
  func bus(_ way: RegisterWay) -> String {
    switch way {
    case .ports: "PortBus<GrantedPorts>"
    case .portsOrMemory: "GrantedBus"
    case .memory: isSpread ? "SpacedBus" : "DeviceBus"
    }
  }

  /// How the bundle comes out of a component's grants.
  private func grants(_ way: RegisterWay, _ out: inout SwiftText) {
    out.blank()
    out.block("extension \(plan.type)Resources where Bus == \(bus(way))") { out in
      let kind =
        switch way {
        case .portsOrMemory: ", where the processor has I/O ports"
        case .memory where plan.ways.count > 1: ", where it has none"
        default: ""
        }
      out.documentation("Takes the resources out of what the component was granted\(kind).")
      out.block("init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError)") { out in
        if plan.interruptCount > 0 { out.line("try grants.requireInterrupts(\(plan.interruptCount))") }
        for (index, parameter) in plan.parameters.enumerated() where isSpread {
          let standard = NumberText.decimal(parameter.defaultValue)
          if let range = parameter.range {
            out.call(
              "let \(parameter.name) = try grants.value",
              [
                "ofParameter: \(index)", "default: \(standard)", "allowed: \(rangeText(range))",
                "specLine: \(parameter.line)",
              ])
          } else {
            out.line("let \(parameter.name) = grants.value(ofParameter: \(index), default: \(standard))")
          }
        }
        let arguments =
          plan.regions.map { region in
            let size = "holding: \(NumberText.hexadecimal(region.size)), alignedTo: \(region.alignment)"
            let function =
              switch way {
              case .ports: "portBus"
              case .portsOrMemory: "grantedBus"
              case .memory: isSpread ? "spacedBus" : "bus"
              }
            let shift = region.spread?.shift ?? "0"
            let width = region.spread?.accessBytes ?? "0"
            return "\(region.property): grants.\(function)(\(region.index), \(size)"
              + (isSpread ? ", shift: \(shift), accessBytes: \(width))" : ")")
          } + plan.clocks.map { "\($0.name): grants.rate(ofClock: \($0.index))" }
          + plan.parameters.enumerated().map { index, parameter in
            let standard = NumberText.decimal(parameter.defaultValue)
            return isSpread
              ? "\(parameter.name): \(parameter.name)"
              : "\(parameter.name): grants.value(ofParameter: \(index), default: \(standard))"
          }
        if arguments.isEmpty {
          out.line("try self.init()")
        } else {
          out.call("try self.init", arguments)
        }
      }
    }
  }

  /// The driver itself.
  private func driver(_ out: inout SwiftText) {
    out.blank()
    out.documentation(
      "Drives a \(plan.device)\(plan.summary.map { ": \($0)" } ?? "").",
      ["\(plan.manual.map(sentence) ?? "")", plan.cite(plan.line)])
    out.block("struct \(plan.type)Driver<Bus: RegisterBus>: ~Copyable") { out in
      out.line("private let resources: \(plan.type)Resources<Bus>")
      out.blank()
      out.documentation("A driver that holds its device; nothing is touched yet.")
      out.line("init(_ resources: consuming \(plan.type)Resources<Bus>) { self.resources = resources }")
      for region in plan.regions {
        out.blank()
        out.documentation("The device's registers\(plan.regions.count > 1 ? ": \(region.resource)" : "").")
        out.line("var \(region.property): \(region.type)<Bus> { resources.\(region.property) }")
      }
    }
  }

  /// What the author's Swift supplies.
  private func hooks(_ out: inout SwiftText) {
    guard !plan.hooks.isEmpty else { return }
    out.blank()
    out.documentation(
      "What the spec leaves to Swift: write these functions in an extension of `\(plan.type)Driver`.")
    out.block("protocol \(plan.type)Hooks: ~Copyable") { out in
      for hook in plan.hooks {
        out.blank()
        out.documentation("\(sentence(hook.summary)) \(plan.cite(hook.line))")
        out.line("mutating func \(hook.function)()\(hook.throwsErrors ? " throws(DriverError)" : "")")
      }
    }
    out.blank()
    out.line("extension \(plan.type)Driver: \(plan.type)Hooks {}")
  }

  private func lifecycle(_ out: inout SwiftText) {
    out.blank()
    out.block("extension \(plan.type)Driver: Driver") { out in
      out.line("static var deviceName: StaticString { \"\(plan.device)\" }")
      for sequence in plan.lifecycle { function(sequence, &out) }
    }
  }

  private func sequences(_ out: inout SwiftText) {
    guard !plan.sequences.isEmpty else { return }
    out.blank()
    out.block("extension \(plan.type)Driver") { out in
      for sequence in plan.sequences { function(sequence, &out) }
    }
  }

  /// How the device is told where a ring lies.
  private func rings(_ out: inout SwiftText) {
    let rings = plan.rings.filter { $0.base != nil }
    guard !rings.isEmpty else { return }
    out.blank()
    out.block("extension \(plan.type)Driver") { out in
      for ring in rings {
        guard let base = ring.base else { continue }
        out.blank()
        out.documentation("Tells the device where ring `\(ring.name)` lies. \(plan.cite(ring.line))")
        out.line("func attach<Memory: DMAMemory>(")
        out.line("  _ ring: borrowing DescriptorRing<\(plan.type).\(ring.type)<Memory>>")
        out.line(") throws(DriverError) {")
        out.indented {
          $0.line(
            "try \(base.register).write(Quantity(ring.deviceAddress).value(specLine: \(ring.line)))")
        }
        out.line("}")
      }
    }
  }

  /// The bounds of all waits, by name.
  private func bounds(_ out: inout SwiftText) {
    let bounds = (plan.lifecycle + plan.sequences).flatMap(\.bounds)
    guard !bounds.isEmpty else { return }
    out.blank()
    out.block("extension \(plan.type)Driver") { out in
      for bound in bounds {
        out.blank()
        let words =
          switch bound.bound {
          case .polls(let polls): polls == 1 ? "one poll" : "\(polls) polls"
          case .time(let nanoseconds): "\(duration(nanoseconds)), at no less than 10 ns a poll"
          }
        out.documentation("How long to wait for \(bound.field): \(words). \(plan.cite(bound.line))")
        out.line("private static var \(bound.name): UInt64 { \(NumberText.decimal(bound.polls)) }")
      }
    }
  }

  private func duration(_ nanoseconds: UInt64) -> String {
    if nanoseconds % 1_000_000_000 == 0 { return "\(nanoseconds / 1_000_000_000) s" }
    if nanoseconds % 1_000_000 == 0 { return "\(nanoseconds / 1_000_000) ms" }
    if nanoseconds % 1_000 == 0 { return "\(nanoseconds / 1_000) µs" }
    return "\(nanoseconds) ns"
  }

  private func description(_ parameter: ParameterPlan) -> String {
    let words = parameter.summary ?? "Parameter `\(parameter.specName)`"
    let unit = parameter.unit.map { " in \($0)" } ?? ""
    let range = parameter.range.map { ", \($0.lowerBound) to \($0.upperBound)" } ?? ""
    return sentence(words + unit + range)
  }

  func rangeText(_ range: ClosedRange<UInt64>) -> String {
    "\(NumberText.decimal(range.lowerBound))...\(NumberText.decimal(range.upperBound))"
  }
}
