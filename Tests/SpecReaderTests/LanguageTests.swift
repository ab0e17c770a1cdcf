import Diagnostics
import DriverSpec
import SpecReader
import Testing

/// Every part of the language arrives in the model.
@Suite struct LanguageTests {
  private func spec(_ text: String) throws -> DriverSpec {
    let collector = DiagnosticCollector()
    let read = SpecReader.read(
      Array("dddk: 1\ndriver: Probe\nregister-width: 32\n\(text)".utf8), into: collector)
    #expect(collector.diagnostics == [])
    #expect(read.unread.isEmpty)
    return try #require(read.spec)
  }

  private func said(_ text: String) -> [String] {
    let collector = DiagnosticCollector()
    _ = SpecReader.read(Array("dddk: 1\ndriver: Probe\nregister-width: 32\n\(text)".utf8), into: collector)
    return collector.diagnostics.map {
      "\($0.place.line):\($0.place.column) \($0.code.rawValue): \($0.message)"
    }
  }

  private func register(_ spec: DriverSpec, _ name: String) throws -> Register {
    try #require(spec.registerMap.register(named: name)?.register)
  }

  @Test func identityAndResources() throws {
    let spec = try spec(
      """
      device:
        compatible: ns16550a
        pci: {vendor: 0x1234, device: 0x11e8, class: 0x00ff00}
        acpi: [PNP0501]
        virtio: [2, 3]
      resources:
        both:   {mmio: 0, port: 1, size: 8, shift: reg-shift, io-width: 4}
        window: {bar: 2, size: 0x100000}
        line:   {irq: 0, trigger: edge, shared: true}
        event:  {msi: 3}
        rate:   {clock: 1}
        config: {pci-configuration: true, size: 0x100}
        pool:   {dma: 0x10000, alignment: 0x1000, address-bits: 28}
      parameters:
        reg-shift: {property: reg-shift, default: 0, range: 0...3}
      """)
    #expect(spec.identity.compatible.map(\.value) == ["ns16550a"])
    #expect(spec.identity.pci.map(\.classCode?.value) == [0xff00])
    #expect(spec.identity.acpi.map(\.value) == ["PNP0501"])
    #expect(spec.identity.virtio.map(\.value) == [2, 3])
    let window = try #require(spec.resources[0].window)
    #expect(window.mmio?.value == 0 && window.port?.value == 1 && window.bar == nil)
    #expect(window.shift?.value == .parameter("reg-shift") && window.accessWidth?.value == .number(4))
    #expect(spec.resources[1].window?.bar?.value == 2)
    guard case .irq(_, let trigger, let isShared) = spec.resources[2].kind else {
      Issue.record("no line")
      return
    }
    #expect(trigger?.value == .edge && isShared?.value == true)
    #expect(spec.resources[6].pool?.addressBits?.value == 28)
    #expect(spec.resources[5].window?.configurationSpace != nil)
    #expect(spec.parameters[0].property?.value == "reg-shift")
  }

  @Test func arraysBlocksAndSharedBlocks() throws {
    let spec = try spec(
      """
      byte-order: big
      registers:
        TIMER: {offset: 0x10, count: 4}
        CHANNEL:
          offset: 0x100
          count: 8
          stride: 0x20
          when: TIMER.X == 1
          registers:
            COUNT: {offset: 0x0, byte-order: little}
            INNER: {offset: 0x10, registers: {DEEP: {offset: 4, width: 16, count: 2, stride: 8}}}
        RXFIFO: {offset: 0x300, block: fifo, alternate: CHANNEL}
      blocks:
        fifo: {summary: a queue, registers: {DATA: {offset: 4}}}
      """)
    let map = spec.registerMap
    #expect(
      map.registers.map { "\($0.nameWithCounts) \($0.offset)" } == [
        "TIMER[4] 16", "CHANNEL[8].COUNT 256", "CHANNEL[8].INNER.DEEP[2] 276", "RXFIFO.DATA 772",
      ])
    #expect(map.registers[0].dimensions.map(\.stride.value) == [4])
    #expect(map.registers.map(\.byteOrder) == [.big, .little, .big, .big])
    #expect(map.registers[1].banks.map(\.field.name) == ["TIMER.X"])
    guard case .block(let fifo) = spec.registers[2] else {
      Issue.record("no block")
      return
    }
    #expect(fifo.alternateOf?.value == "CHANNEL")
  }

  @Test func accessesAndReservedBits() throws {
    let spec = try spec(
      """
      registers:
        A: {offset: 0, access: write-0-to-toggle, reserved: preserve}
        B: {offset: 4, access: write-once, on-write: changes, on-read: sets, reserved: {31:16: preserve, 3: 1}}
        C: {offset: 8, access: read-only, reset: 5, reset-mask: 0xf, fields: {D: {bits: 0, on-write: 1-sets}}}
        E: {offset: 12, on-read: pops, locked-by: dog, read-back: self, barrier: both, when: F.G == two}
        F: {offset: 16, read-back: E, alternate: E, waive: {registers-overlap: because}, fields: {G: 0}}
      locks: {dog: {register: F, unlock: [1, 2], lock: 0}}
      """)
    let (a, b, c) = (try register(spec, "A"), try register(spec, "B"), try register(spec, "C"))
    #expect(a.access.value == Access(.readWrite, writeEffect: .zeroToggles))
    #expect(a.reserved.map(\.rule.value) == [.preserve] && a.reserved[0].bits == nil)
    #expect(b.access.value == Access(.writeOnce, writeEffect: .changes) && b.readEffect?.value == .sets)
    #expect(b.reserved.map(\.bits?.value) == [BitRange(high: 31, low: 16), BitRange(high: 3, low: 3)])
    #expect(b.reserved.map(\.rule.value) == [.preserve, .one])
    #expect(c.reset?.value == 5 && c.resetMask?.value == 15)
    #expect(c.fields[0].access?.value == Access(.readOnly, writeEffect: .oneSets))
    let e = try register(spec, "E")
    #expect(e.readEffect?.value == .changes("pops") && e.lockedBy?.value == "dog")
    #expect(e.readBack?.value == .itself && e.barrier?.value == .both && e.bank?.value.value == .name("two"))
    #expect(try register(spec, "F").waivers.map(\.code.value) == ["registers-overlap"])
    #expect(spec.locks.map { $0.unlock.map(\.value) } == [[1, 2]])
  }

  @Test func fieldsOfEveryKind() throws {
    let spec = try spec(
      """
      registers:
        R:
          offset: 0
          fields:
            DIV:   [15:12, 3:0]
            TEMP:  {bits: 11:0, signed: true, unit: m°C, scale: 125/2, offset: -40000}
            RATE:  {bits: 15:0, unit: baud, divides: uartclk / 16}
            GAIN:  {bits: [7:4, 1:0], fraction: 4, range: 1...16}
            MODE:  {bits: 2:0, values: {off: 0, fast: 0b1xx, other: default}, only-values: true}
            SEL:   {bits: 1:0, read-values: {idle: 0}, write-values: {start: {value: 1, summary: goes}}}
      """)
    let fields = try register(spec, "R").fields
    #expect(fields[0].bits.value.ranges == [BitRange(high: 15, low: 12), BitRange(high: 3, low: 0)])
    guard case .linear(let scale, let offset) = fields[1].quantity?.conversion,
      case .divides(let dividend) = fields[2].quantity?.conversion
    else {
      Issue.record("no quantities")
      return
    }
    #expect(scale.value == Ratio(125, over: 2) && offset.value == -40000 && fields[1].isSigned?.value == true)
    #expect(dividend.value.names.map(\.value) == ["uartclk"])
    #expect(fields[3].fractionBits?.value == 4 && fields[3].range?.value == 1...16)
    #expect(fields[4].values.map(\.pattern.value) == [.value(0), .bits(value: 4, dontCare: 3), .otherwise])
    #expect(fields[4].onlyNamedValues?.value == true)
    #expect(fields[5].namesWhenRead.map(\.name.value) == ["idle"])
    #expect(fields[5].namesWhenWritten.map(\.value) == [1])
  }

  @Test func derivedRegistersAreWhole() throws {
    let spec = try spec(
      """
      registers:
        LAST:  {offset: 0x20, like: SECOND, without: B, summary: the last}
        FIRST:
          offset: 0
          access: read-only
          reset: 1
          summary: the first
          count: 2
          fields: {A: 0, B: {bits: 1, values: {no: 0, yes: 1}}, C: {bits: 3:2, access: write-only}}
        SECOND: {offset: 8, like: FIRST, access: read-write, fields: {B: {access: read-only}, C: 4, D: 5}}
        BLOCK: {offset: 0x40, registers: {COPY: {offset: 4, like: FIRST}, TWIN: {offset: 8, like: COPY}}}
      """)
    let last = try register(spec, "LAST")
    #expect(last.fields.map(\.name.value) == ["A", "C", "D"] && last.summary?.value == "the last")
    #expect(
      last.derivedFrom?.value == "SECOND" && last.reset?.value == 1 && last.repetition?.count.value == 2)
    let second = try register(spec, "SECOND")
    #expect(second.fields.map(\.name.value) == ["A", "B", "C", "D"] && second.summary?.value == "the first")
    #expect(second.fields[1].access?.value == .readOnly && second.fields[1].values.count == 2)
    #expect(second.fields[2].access == nil && second.fields[2].bits.value == FieldBits(high: 4, low: 4))
    #expect(try register(spec, "BLOCK.TWIN").fields.count == 3)
  }

  @Test func aLongChainOfDerivedRegistersIsRead() throws {
    let count = 20_000
    let links = (1..<count).map { "  R\($0): {offset: \($0 * 4), like: R\($0 - 1)}\n" }
    // Backwards, so that the first register asks for all others.
    let spec = try spec("registers:\n\(links.reversed().joined())  R0: {offset: 0, fields: {A: 0}}\n")
    #expect(spec.registers.count == count)
    #expect(spec.registers.first?.register?.fields.count == 1)
  }

  @Test func interruptsInEveryForm() throws {
    let spec = try spec(
      """
      registers:
        IIR: {offset: 0, fields: {NONE: 0, ID: 3:1}}
        IER: {offset: 4, fields: {ETBEI: 1}}
      interrupts:
        line:
          status: IIR
          pending-when: IIR.NONE == 0
          repeat: 16
          mask: IER
          acknowledge: {write: IER, value: 1}
          causes:
            first: ID == receiver
            second: [ID == 2, NONE != 1]
            third: {when: ID, enable: IER.ETBEI, acknowledge: IIR.NONE}
            fourth: {when: [NONE], read: IIR, do: serve}
        message: {acknowledge: {read: IIR}, causes: {event: always}}
        other: {acknowledge: IIR, causes: {event: {when: always, acknowledge: {write: IER, value: 2}}}}
      """)
    let line = spec.interrupts[0]
    #expect(line.status?.name == "IIR" && line.mask?.name == "IER" && line.repeatLimit?.value == 16)
    #expect(line.pendingWhen?.field.value == "NONE" && line.pendingWhen?.value.value?.value == .number(0))
    #expect(line.causes[0].conditions.map(\.value?.value) == [.name("receiver")])
    #expect(line.causes[1].conditions.map(\.comparison) == [.equal, .notEqual])
    #expect(line.causes[3].sequence?.value == "serve")
    #expect(line.causes[2].enable?.name == "IER.ETBEI")
    guard case .set(let field) = line.causes[2].acknowledge,
      case .read(let register) = line.causes[3].acknowledge,
      case .write(_, let value) = line.acknowledge, case .pendingBits = spec.interrupts[2].acknowledge
    else {
      Issue.record("no acknowledgements")
      return
    }
    #expect(field.name == "IIR.NONE" && register.name == "IIR" && value.value == 1)
    #expect(spec.interrupts[1].causes.map(\.conditions.count) == [0])
  }

  @Test func stepsInEveryForm() throws {
    let spec = try spec(
      """
      registers:
        CR: {offset: 0, fields: {EN: 0}}
        CHANNEL: {offset: 8, count: 4, stride: 8, registers: {D: {offset: 0, fields: {V: 7:0}}}}
      sequences:
        tune: {parameters: {divisor: 1...65535, other: }, summary: tunes, steps: [CR = divisor], waive: {let-unused: x}}
        plain: {parameters: [one, two], steps: []}
        start:
          - do tune(divisor = 48 / (2 * 2), other = 1)
          - do plain
          - let all = read CHANNEL[1].D
          - let one = read CR.EN
          - if CR.EN != 1:
              - CR = zero {EN = 1}
              - if one >= 2:
                  - barrier
            else:
              - delay 10 us
          - "repeat 4 as i":
              - CHANNEL[i].D.V = i
              - CHANNEL[3 - i].D with {V = 1}
              - CHANNEL[i].D = 1
          - while CHANNEL[2].D.V > 3 at most 16 times:
              - read CHANNEL[0].D
          - await CHANNEL[2].D.V < 3 within 2 polls
          - CR = reset {EN = 1}
      """)
    let steps = spec.sequences[2].steps.map(\.value)
    guard case .call(_, let arguments) = steps[0], case .call(_, let none) = steps[1],
      case .bindRead(_, .register(let all)) = steps[2], case .bindRead(_, .field(let one)) = steps[3],
      case .branch(let condition, let then, let otherwise) = steps[4],
      case .loop(let count, let name, let body) = steps[5],
      case .whileLoop(let again, let limit, let reads) = steps[6],
      case .writeFields(_, .reset, _) = steps[8]
    else {
      Issue.record("\(steps)")
      return
    }
    #expect(arguments.map(\.name.value) == ["divisor", "other"] && none.isEmpty)
    #expect(all.name == "CHANNEL.D" && all.indices.map(\.value.constantValue) == [1] && one.name == "CR.EN")
    #expect(condition.comparison.value == .notEqual && then.count == 2 && otherwise.count == 1)
    guard case .writeFields(_, .zero, _) = then[0].value, case .branch(let inner, _, _) = then[1].value,
      case .delay(let time) = otherwise[0].value, case .value = inner.subject
    else {
      Issue.record("\(then)")
      return
    }
    #expect(time.value == 10_000)
    #expect(count.value == 4 && name?.value == "i")
    #expect(again.comparison.value == .greater && limit?.value == 16 && reads.count == 1)
    guard case .modify(let first, _) = body[0].value, case .modify(let second, _) = body[1].value,
      case .write(let third, _) = body[2].value
    else {
      Issue.record("\(body)")
      return
    }
    #expect([first, second, third].map(\.name) == ["CHANNEL.D", "CHANNEL.D", "CHANNEL.D"])
    #expect(spec.sequences[0].parameters.map(\.range?.value) == [1...65535, nil])
    #expect(spec.sequences[1].parameters.map(\.name.value) == ["one", "two"])
  }

  @Test func descriptorsAndRings() throws {
    let spec = try spec(
      """
      registers: {BASE: {offset: 0}}
      descriptors:
        entry:
          size: 16
          alignment: 32
          words:
            ADDRESS: {offset: 0, width: 64, byte-order: big}
            FLAGS: {offset: 12, fields: {OWN: 31, WRAP: 30}}
      rings:
        transmit: {descriptor: entry, pool: buffers, entries: 64, owned-by-device: FLAGS.OWN == 1, wrap: FLAGS.WRAP}
        receive: {descriptor: entry, pool: buffers, entries: 8, owned-by-device: FLAGS.OWN == 0, wrap: index, base: BASE}
      """)
    #expect(spec.descriptors[0].words.map(\.width.value) == [64, 32])
    #expect(spec.rings.map(\.owner.deviceValue.value) == [1, 0])
    guard case .flag(let flag) = spec.rings[0].wrap, case .index = spec.rings[1].wrap else {
      Issue.record("no wraps")
      return
    }
    #expect(flag.name == "FLAGS.WRAP" && spec.rings[1].base?.name == "BASE")
  }

  @Test func everyMistakeIsToldWhereItIs() {
    #expect(
      said(
        """
        device: {pci: {vendor: 0x12345, device: 1}, virtio: 0}
        resources: {r: {mmio: 0, size: 1, io-width: 9}, i: {irq: 0, shared: yes}}
        registers:
          A: {offset: 0, count: 0}
          B: {offset: 4, access: write-1-to-set, on-write: clears}
          C: {offset: 8, without: [X]}
          D: {offset: 12, stride: 4}
          E: {offset: 16, count: 2, registers: {F: {offset: 0, region: r}}}
          G: {offset: 20, reserved: {3: no}, fields: {H: {bits: 1, scale: 2}, I: {bits: 0, values: {j: 0bxz}}}}
        interrupts:
          i: {pending-when: A == 1, causes: {k: A}}
        sequences:
          s:
            - repeat 0 as i:
                - CR = 0
            - if CR.EN = 1:
                - CR = 0
            - else:
                - CR = 0
            - whlie CR.EN == 1:
                - CR = 1 +
            - do t(1)
            - CR = nothing {A = 1}
            - repeat 3:
        """) == [
          "4:24 bad-number: `vendor` is 74565; the limit is 65535",
          "4:53 bad-number: `virtio` is 0; the least is 1",
          "5:45 bad-number: `io-width` is 9; the limit is 8", "5:69 unknown-choice: `yes` is no `shared`",
          "7:25 bad-number: `count` is 0; the least is 1",
          "8:42 key-conflict: register `B` has `access` and `on-write`: both say what a write does",
          "9:18 missing-key: register `C` has `without` and no `like`",
          "10:19 missing-key: register `D` has a `stride` and no `count`",
          "11:26 missing-key: block `E` has a `count` and no `stride`",
          "11:56 key-conflict: register `F` stands in a block and cannot say a `region` of its own",
          "12:33 unknown-choice: `no` is no `3`", "12:60 missing-key: field `H` has `scale` and no `unit`",
          "12:96 bad-number: `0bxz` is no value",
          "14:3 missing-key: interrupt `i` has no `status` to tell its causes from each other",
          "14:7 missing-key: interrupt `i` has `pending-when` and no `status`",
          "17:14 step-syntax: how often is 0; the least is 1",
          "19:16 step-syntax: `==`, `!=`, `<`, `<=`, `>` or `>=` is expected here, and this is `=`",
          "21:7 step-syntax: `else` has no `if`",
          "23:7 step-syntax: `whlie` begins no step with others below it",
          "25:12 step-syntax: a parameter of `t` is expected here, and this is `1`",
          "26:12 step-syntax: `zero` or `reset` is expected before the braces, and this is `nothing`",
          "27:16 wrong-shape: `repeat 3` takes a list, and this is empty",
        ])
  }
}
