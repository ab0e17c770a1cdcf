public import Diagnostics

extension SVDFile {
  /// Makes a spec of each peripheral.
  ///
  /// - Parameters:
  ///   - names: the peripherals that are wanted; all where it is empty.
  ///   - collector: told where the specs would have no end in sight.
  /// - Returns: the specs, in source order.
  public func specs(of names: Set<String> = [], into collector: DiagnosticCollector) -> [ImportedSpec] {
    guard !isEndless(collector) else { return [] }
    var specs: [ImportedSpec] = []
    for peripheral in device.peripherals {
      for (index, name) in self.names(of: peripheral).enumerated() {
        guard names.isEmpty || names.contains(name) else { continue }
        var builder = SpecBuilder(file: self, peripheral: peripheral, name: name, index: index)
        specs.append(builder.build())
      }
    }
    return specs
  }

  /// The most registers and fields that specs are made of.
  public static let maximumCount = 1_000_000

  /// Whether derivations come to more registers than anyone would write; arrays stay arrays, and count once.
  private func isEndless(_ collector: DiagnosticCollector) -> Bool {
    var totals: [ObjectIdentifier: Int] = [:]
    let limit = Self.maximumCount
    func total(_ items: [SVDItem]) -> Int {
      var sum = 0
      for item in items {
        if let register = item as? SVDRegister {
          sum += 1 + register.fields.reduce(0) { $0 + 1 + ($1.array?.count.value ?? 0) }
        } else if let cluster = item as? SVDCluster {
          let key = ObjectIdentifier(cluster)
          let own = totals[key] ?? total(cluster.items)
          totals[key] = own
          sum += 1 + own
        }
        if sum > limit { return limit + 1 }
      }
      return sum
    }
    var sum = 0
    for peripheral in device.peripherals {
      let count = peripheral.array?.count.value ?? 1
      sum += min(limit + 1, 1 + total(peripheral.items)) * count
      guard sum <= limit else {
        collector.add(
          Diagnostic(
            .svdTooLarge, "the file comes to more than \(limit) registers and fields",
            at: document.place(of: peripheral.element)))
        return true
      }
    }
    return false
  }
}

extension SVDFile {
  /// How many registers a list of the file has, arrays expanded; at most ``SVDListing/maximumCount`` and one.
  public var registerCount: Int {
    var totals: [ObjectIdentifier: Int] = [:]
    let limit = SVDListing.maximumCount + 1
    func total(_ items: [SVDItem]) -> Int {
      items.reduce(0) { sum, item in
        var one = 1
        if let cluster = item as? SVDCluster {
          let own = totals[ObjectIdentifier(cluster)] ?? total(cluster.items)
          totals[ObjectIdentifier(cluster)] = own
          one += own
        }
        return min(limit, sum + min(limit, one) * (item.array?.count.value ?? 1))
      }
    }
    return device.peripherals.reduce(0) { sum, peripheral in
      min(limit, sum + min(limit, 1 + total(peripheral.items)) * (peripheral.array?.count.value ?? 1))
    }
  }
}
