/// Which interrupts are given out, and to whom.
struct InterruptTable {
  private struct Entry: BitwiseCopyable {
    var number: UInt32 = 0
    var owner: Owner = .rootTask
    var isTaken = false
  }

  private var entries = InlineArray<64, Entry>(repeating: Entry())

  /// Who holds an interrupt, where somebody does.
  mutating func owner(of number: UInt32) -> Owner? {
    var index = 0
    while index < BrokerLimit.interrupts {
      if entries[index].isTaken, entries[index].number == number { return entries[index].owner }
      index += 1
    }
    return nil
  }

  /// A free entry, where there is one.
  mutating func freeEntry() -> Int? {
    var index = 0
    while index < BrokerLimit.interrupts {
      if !entries[index].isTaken { return index }
      index += 1
    }
    return nil
  }

  /// Notes that an interrupt is given out.
  mutating func take(_ number: UInt32, for owner: Owner, entry: Int) {
    entries[entry] = Entry(number: number, owner: owner, isTaken: true)
  }

  /// Notes that an interrupt is free again.
  mutating func release(_ number: UInt32) {
    var index = 0
    while index < BrokerLimit.interrupts {
      if entries[index].isTaken, entries[index].number == number { entries[index] = Entry() }
      index += 1
    }
  }
}
