import DeviceTree
import Diagnostics
import DriverSpec

/// The device tree gives a device every region, interrupt and clock that its driver's spec names.
func devicesHaveWhatDriversNeed(_ system: JudgedSystem) {
  for (component, driver, device) in system.assigned {
    let place = system.devicePlace(of: component)
    let fix = "use another device, or correct the resource in the spec of \(driver.spec.name.value.quoted)"
    let throughPorts = device.givesPorts(to: driver.spec)
    for resource in driver.spec.resources {
      let need = "\(driver.spec.name.value.quoted) needs \(resource.name.value.quoted)"
      switch resource.kind {
      case .registers(let window) where throughPorts:
        let (index, size) = (window.port?.value ?? 0, window.size.value)
        switch entry(index, of: device.ports) {
        case .success(let ports) where UInt64(ports.count) < size:
          system.refuse(
            .deviceLacksRegion,
            "\(need) of \(size) ports, and port range \(index) of \(device.path.quoted) has \(ports.count)",
            at: place, fix: fix)
        case .failure(let reason):
          system.refuse(
            .deviceLacksRegion,
            "\(need), port range \(index) of \(device.path.quoted): \(reason.text("reg", counted: "range of ports"))",
            at: place, fix: fix)
        default: break
        }
      case .registers(let window):
        let size = window.size
        guard let index = window.mmio else {
          system.refuse(
            .deviceLacksRegion,
            "\(need) by \(window.port == nil ? "PCI" : "I/O ports"), and \(device.path.quoted) is a node with memory",
            at: place, fix: fix)
          continue
        }
        switch entry(index.value, of: device.regions) {
        case .success(let region) where region.size < size.value:
          system.refuse(
            .deviceLacksRegion,
            "\(need) of \(size.value) bytes, and region \(index.value) of \(device.path.quoted) has \(region.size)",
            at: place, fix: fix)
        case .failure(let reason):
          system.refuse(
            .deviceLacksRegion,
            "\(need), region \(index.value) of \(device.path.quoted): \(reason.text("reg"))",
            at: place, fix: fix)
        default: break
        }
      case .irq(let index, let trigger, _):
        switch entry(index.value, of: device.interrupts) {
        case .success(let line):
          guard let wanted = trigger?.value, let said = line.line.trigger,
            (wanted == .level) != (said == .level)
          else { continue }
          system.collector.add(
            Diagnostic(
              .deviceTrigger, severity: .warning,
              "\(need) with trigger `\(wanted.rawValue)`, and the board's device tree says "
                + "`\(said == .level ? "level" : "edge")` for interrupt \(index.value) of \(device.path.quoted)",
              at: place, fix: "the spec's trigger is used; change it where the board is right"))
        case .failure(let reason):
          system.refuse(
            .deviceLacksInterrupt,
            "\(need), interrupt \(index.value) of \(device.path.quoted): \(reason.text("interrupts"))",
            at: place, fix: fix)
        }
      case .clock(let index):
        switch entry(index.value, of: device.clocks) {
        case .success(0):
          system.refuse(
            .deviceLacksClock, "\(need), clock \(index.value) of \(device.path.quoted): its rate is 0 Hz",
            at: place, fix: fix)
        case .failure(let reason):
          system.refuse(
            .deviceLacksClock,
            "\(need), clock \(index.value) of \(device.path.quoted): \(reason.text("clocks"))", at: place,
            fix: fix)
        default: break
        }
      case .msi, .dma:
        system.refuse(
          .deviceLacksInterrupt,
          "\(need), and this kit's broker grants neither message-signalled interrupts nor memory for DMA yet",
          at: place, fix: fix)
      }
    }
  }
}

/// Why an entry cannot be had.
private enum Reason: Error {
  case count(Int)
  case tree(TreeError)

  /// The reason in words, for a property, and what of it was counted.
  func text(_ property: String, counted: String = "entry") -> String {
    switch self {
    case .count(0): "the node has no `\(property)`"
    case .count(1): "its `\(property)` has one \(counted)"
    case .count(let count):
      "its `\(property)` has \(count) \(counted == "entry" ? "entries" : "ranges of ports")"
    case .tree(.notAddressable(let address, _)):
      "the CPU cannot reach address 0x\(String(address, radix: 16)) on its bus"
    case .tree(.unknownController): "its interrupt controller is of a kind that the kit does not know"
    case .tree(.clockNotFixed): "it is no `fixed-clock`, so its rate is not in the tree"
    case .tree(.danglingHandle(let handle)): "its `\(property)` leads to phandle \(handle), which no node has"
    case .tree(let error): "its `\(property)` cannot be read (\(error))"
    }
  }
}

private func entry<Entry>(_ index: Int, of entries: [Result<Entry, TreeError>]) -> Result<Entry, Reason> {
  index < entries.count ? entries[index].mapError { .tree($0) } : .failure(.count(entries.count))
}
