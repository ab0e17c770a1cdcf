import DriverRuntime
import Testing

@testable import GoldenDrivers

/// Drivers of the generator's golden cases, as they are recorded, do on their fakes what their specs say, access by access.
struct StepsDriverTests {
  let bench = FakeBench(STEPS.fake())

  typealias Driver = STEPSDriver<TracedBus<FakeDevice>>

  private func driver(refclk: UInt64 = 1_000, rate: UInt64 = 100) throws(DriverError) -> Driver {
    STEPSDriver(try STEPSResources(registers: bench.bus, refclk: refclk, rate: rate))
  }

  /// What a call throws; `nil` where it returns.
  private func error(of call: () throws(DriverError) -> Void) -> DriverError? {
    do {
      try call()
      return nil
    } catch {
      return error
    }
  }

  @Test func aParameterOutsideItsRangeMakesNoDriver() {
    for rate: UInt64 in [0, 1_001] {
      let error = error { () throws(DriverError) in _ = try driver(rate: rate) }
      #expect(error == .outOfRange(value: rate, allowed: 1...1_000, specLine: 9))
    }
  }

  @Test func aWaitEndsAsTheSpecSays() throws {
    var driver = try driver()
    try driver.probe()
    #expect(bench.accesses == ["STATUS -> 0x0"])
    bench.device["STATUS"] = 0x200
    let error = error { () throws(DriverError) in try driver.probe() }
    #expect(
      error == .timeout(register: "STATUS", field: "PHASE", lastValue: 0x200, polls: 3, specLine: 19))
    #expect(bench.accesses.dropFirst() == ["STATUS -> 0x200", "STATUS -> 0x200", "STATUS -> 0x200"])
  }

  private let table = (0..<8).map { "TABLE[\($0)] = 0x\(String($0 * 4, radix: 16))" }

  @Test func aDeviceAtRestTakesOneBranch() throws {
    var driver = try driver()
    try driver.start()
    #expect(
      bench.accesses == [
        "DIV = 0xa", "STATUS -> 0x0", "CTRL = 0x1", "STATUS -> 0x0", "STATUS -> 0x0", "CTRL -> 0x1",
        "CTRL = 0x101", "STATUS -> 0x0",
      ] + table + ["STATUS -> 0x0", "STATUS -> 0x0"])
    #expect(bench.device.delayedNanoseconds == 3_000)
    #expect(bench.device.barriers == 1)
  }

  @Test func aDeviceAtWorkTakesTheOther() throws {
    var driver = try driver()
    // Level 5, busy, running; each word that is taken lowers the level.
    bench.device["STATUS"] = 0x251
    bench.device.onRead["FIFO"] = { word in
      bench.device["STATUS"] -= 0x10
      return word
    }
    try driver.start()
    let taken = stride(from: 0x251, to: 0x201, by: -0x10).flatMap {
      ["STATUS -> 0x\(String($0, radix: 16))", "FIFO -> 0x0"]
    }
    #expect(
      bench.accesses == [
        "DIV = 0xa", "STATUS -> 0x251", "CTRL = 0x51", "STATUS -> 0x251", "STATUS -> 0x251",
        "STATUS -> 0x251", "CTRL -> 0x51", "CTRL = 0x41",
      ] + table + taken + ["STATUS -> 0x201", "STATUS -> 0x201"])
    #expect(bench.device.delayedNanoseconds == 13_000)
  }

  @Test func aLoopThatDoesNotEndIsEnded() throws {
    var driver = try driver()
    bench.device["STATUS"] = 0x10
    let error = error { () throws(DriverError) in try driver.start() }
    #expect(error == .tooManyRounds(limit: 16, specLine: 37))
    #expect(bench.accesses.filter { $0 == "FIFO -> 0x0" }.count == 16)
  }

  @Test func whatDoesNotFitIsRefusedBeforeTheDeviceIsTouched() throws {
    var driver = try driver(refclk: 65_536, rate: 1)
    let error = error { () throws(DriverError) in try driver.start() }
    #expect(error == .outOfRange(value: 65_536, allowed: 1...65_535, specLine: 50))
    let other = self.error { () throws(DriverError) in try driver.fill(count: 8, value: 1) }
    #expect(other == .outOfRange(value: 8, allowed: 0...7, specLine: 57))
    #expect(bench.accesses == [])
  }

  @Test func sequencesCallEachOther() throws {
    var driver = try driver(rate: 7)
    try driver.selfTest()
    bench.device["CTRL"] = 0x351
    try driver.stop()
    try driver.quiesce()
    #expect(
      bench.accesses == ["TABLE[4] = 0x7", "CTRL -> 0x351", "DIV = 0x35", "CTRL = 0x0", "CTRL = 0x0"])
  }
}

/// Interrupts in every form, from the line to the hook; each hook leaves its number in DONE.
struct LinesDriverTests {
  let bench = FakeBench(LINES.fake())

  private func serve(_ index: Int) {
    var driver = LINESDriver(LINESResources(registers: bench.bus))
    driver.serve(PendingInterrupt(index: index)).acknowledge(to: bench.lines)
  }

  @Test func aReadAcknowledgesTheOnlyCause() {
    bench.device.raise("tick")
    bench.device["SEEN"] = 1
    #expect(bench.device.isInterrupting(0))
    serve(0)
    #expect(bench.accesses == ["SEEN -> 0x1", "DONE = 0x1"])
    #expect(!bench.device.isInterrupting(0))
    #expect(bench.device["SEEN"] == 0)
    #expect(bench.lines.count == 1)
  }

  @Test func codesAreServedUntilNoneIsPending() {
    bench.device.raise("data")
    bench.device.raise("error")
    // The author's hook is to clear the error.
    bench.device.onWrite["DONE"] = { if $0 == 2 { bench.device.clear("error") } }
    serve(1)
    #expect(
      bench.accesses == [
        "CODE -> 0x6", "DONE = 0x2", "CODE -> 0x4", "DATA -> 0x0", "DONE = 0x3", "CODE -> 0x1",
      ])
    #expect(!bench.device.isInterrupting(1))
  }

  @Test func aCauseThatStaysIsLookedAtEightTimes() {
    bench.device.raise("error")
    serve(1)
    #expect(bench.accesses == Array(repeating: ["CODE -> 0x6", "DONE = 0x2"], count: 8).flatMap(\.self))
    #expect(bench.lines.count == 1)
  }

  @Test func everyEdgeIsAcknowledgedByItself() {
    bench.device["ENABLE"] = 3
    bench.device.raise("risen")
    bench.device.raise("fallen")
    serve(2)
    #expect(
      bench.accesses == [
        "FLAGS -> 0x3", "ACK = 0x1", "DONE = 0x4", "ACK = 0x2", "DONE = 0x5", "FLAGS -> 0x0",
      ])
    #expect(!bench.device.isInterrupting(2))
  }

  @Test func edgesThatKeepComingAreServedFourTimes() {
    bench.device["ENABLE"] = 3
    bench.device.raise("risen")
    bench.device.onWrite["DONE"] = { if $0 == 4 { bench.device.raise("risen") } }
    serve(2)
    #expect(
      bench.accesses
        == Array(repeating: ["FLAGS -> 0x1", "ACK = 0x1", "DONE = 0x4"], count: 4).flatMap(\.self))
    #expect(bench.device.isInterrupting(2))
  }

  @Test func aMaskedEdgeDoesNotAsk() {
    bench.device["ENABLE"] = 1
    bench.device.raise("fallen")
    #expect(!bench.device.isInterrupting(2))
    serve(2)
    #expect(bench.accesses == ["FLAGS -> 0x0"])
  }

  @Test func aMessageIsAnsweredAndItsSequenceRuns() {
    bench.device.raise("fired")
    serve(3)
    #expect(bench.accesses == ["EVENT -> 0x1", "DONE = 0x5a", "ENABLE = 0x1"])
    serve(3)
    #expect(bench.accesses.dropFirst(3) == ["EVENT -> 0x0", "DONE = 0x5a"])
    #expect(bench.lines.count == 2)
  }

  @Test func aLineThatTheSpecDoesNotHaveIsAcknowledgedAlone() {
    serve(4)
    #expect(bench.accesses == [] && bench.lines.count == 1)
  }
}

/// Arrays of registers, of blocks, and of blocks in blocks.
struct ArraysDriverTests {
  let bench = FakeBench(DMA.fake())

  private func driver() -> DMADriver<TracedBus<FakeDevice>> {
    DMADriver(DMAResources(registers: bench.bus))
  }

  @Test func everyElementIsReached() throws {
    var driver = driver()
    try driver.start()
    let elements = (0..<4).flatMap { index in
      [
        "PRIO[\(index)] -> 0x7", "PRIO[\(index)] = 0x3", "CHANNEL[\(index)].COUNT = 0x0",
        "CHANNEL[\(index)].LINK[1].NEXT = 0x\(String(index << 4, radix: 16))",
      ]
    }
    #expect(
      bench.accesses == ["CTRL -> 0x0", "CTRL = 0x0"] + elements
        + ["RXFIFO.DATA -> 0x0", "CTRL -> 0x0", "CTRL = 0x1"])
    #expect(bench.trace.accesses.first { $0.register == "CHANNEL[3].LINK[1].NEXT" }?.offset == 0x1f0)
  }

  @Test func anElementIsWaitedFor() throws {
    var driver = driver()
    var left: UInt64 = 3
    bench.device.onRead["CHANNEL[2].COUNT"] = { _ in
      left -= 1
      return left
    }
    try driver.begin(channel: 2, words: 9)
    #expect(
      bench.accesses == [
        "CHANNEL[2].COUNT = 0x9", "CHANNEL[2].COUNT -> 0x2", "CHANNEL[2].COUNT -> 0x1",
        "CHANNEL[2].COUNT -> 0x0", "TXFIFO[1].DATA = 0x0",
      ])
    #expect(throws: DriverError.self) { try driver.begin(channel: 4, words: 1) }
    #expect(throws: DriverError.self) { try driver.begin(channel: 0, words: 0) }
    #expect(bench.accesses.count == 5)
  }

  @Test func aCauseOfManyBitsIsClearedAsItWasRead() {
    var driver = driver()
    bench.device.raise("finished")
    driver.serve(PendingInterrupt(index: 0)).acknowledge(to: bench.lines)
    #expect(bench.accesses == ["READY -> 0x1", "CLEAR = 0x1", "TXFIFO[0].DATA = 0xf"])
    #expect(!bench.device.isInterrupting())
  }
}

/// Writes that change what they must alone.
struct EffectsDriverTests {
  @Test func otherBitsKeepWhatTheyWere() throws {
    let bench = FakeBench(EFFECTS.fake())
    bench.device["TAKEN"] = 0x12
    var driver = EFFECTSDriver(EFFECTSResources(registers: bench.bus))
    try driver.start()
    // Bits that a 1 changes are written 0, bits that a 0 changes are written 1, reserved bits as the spec says.
    #expect(
      bench.accesses == [
        "MIXED -> 0x185", "MIXED = 0x80389", "PENDING = 0x1", "FORCED = 0xfffffffe", "KICK = 0x1",
        "TAKEN -> 0x12",
      ])
    #expect(bench.device["MIXED"] == 0x189)
    #expect(bench.device["FORCED"] == 2)
    #expect(bench.device["TAKEN"] == 0)
  }
}

/// Locked, posted and ordered registers.
struct GuardedDriverTests {
  @Test func everyGuardedWriteUnlocksAndLocks() throws {
    let bench = FakeBench(GUARD.fake())
    var driver = GUARDDriver(GUARDResources(registers: bench.bus))
    try driver.start()
    #expect(
      bench.accesses == [
        "KEY = 0x80", "KEY = 0x86", "LOAD = 0x3e8", "KEY = 0x1",
        "KEY = 0x80", "KEY = 0x86", "CONTROL = 0x501", "KEY = 0x1", "CONTROL -> 0x501",
        "QUEUE[1] = 0x3", "STATE -> 0x0", "BELL = 0x1",
      ])
    // Around QUEUE, the step of its own, and before BELL.
    #expect(bench.device.barriers == 4)
    #expect(bench.device.ignoredWrites == [])
    try driver.quiesce()
    #expect(bench.device["CONTROL"] == 0x500)
    #expect(bench.device["LOAD"] == 1_000)
  }

  @Test func aLockOpensForItsWordsAlone() {
    let device = GUARD.fake()
    let key = Register<GUARD.KEY, FakeDevice>(on: device, at: 0x08)
    let load = Register<GUARD.LOAD, FakeDevice>(on: device, at: 0x00)
    for (words, isOpen) in [
      ([0x86], false), ([0x80], false), ([0x80, 0x86], true), ([0x86, 0x80], false), ([0x80, 0x86], true),
      ([0x86], false), ([0x80, 0x80, 0x86], true), ([1], false), ([0x80, 5, 0x86], false),
    ] as [([UInt32], Bool)] {
      for word in words { key.write(word) }
      device["LOAD"] = 0
      load.write(7)
      #expect(device["LOAD"] == (isOpen ? 7 : 0), "after \(words)")
    }
  }

  /// As a watchdog has it that takes one write after its two words.
  @Test func aLockWithoutAWordToCloseItLetsOneWriteThrough() {
    let device = FakeDevice(
      [
        FakeRegister("LOAD", at: 0, stored: 0xff, lock: "watchdog"),
        FakeRegister("KEY", at: 8, isReadable: false, stored: 0xff),
      ], locks: [FakeLock("watchdog", at: "KEY", unlock: [0x80, 0x86])])
    let key = Register<GUARD.KEY, FakeDevice>(on: device, at: 0x08)
    let load = Register<GUARD.LOAD, FakeDevice>(on: device, at: 0x00)
    key.write(0x80)
    key.write(0x86)
    load.write(7)
    load.write(9)
    #expect(device["LOAD"] == 7)
    #expect(device.ignoredWrites == ["LOAD"])
  }
}
