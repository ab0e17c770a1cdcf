import Foundation

/// Files that the tests read where they stand.
enum SpecFiles {
  /// The root of the project.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file of the project.
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  /// The folder of real inputs, which a clone alone does not have.
  static var corpus: URL? {
    let named = ProcessInfo.processInfo.environment["DDDK_CORPUS"].map { URL(filePath: $0) }
    let folder = named ?? root.deletingLastPathComponent().appending(path: "shared/corpus")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  /// A spec that says everything that can be said, whether or not a rule would let it pass.
  static let everything = """
    dddk: 1
    driver: All
    register-width: 8
    byte-order: big
    device:
      compatible: [ns16550a, ns16550]
      pci: {vendor: 0x1234, device: 0x11e8, class: 0x00ff00}
      acpi: [PNP0501]
      virtio: 2
    resources:
      registers: {mmio: 0, port: 0, size: 8, shift: reg-shift, io-width: reg-io-width}
      control:   {bar: 0, size: 0x100000}
      interrupt: {irq: 0, trigger: level, shared: true}
      message:   {msi: 0}
      uartclk:   {clock: 0}
      config:    {pci-configuration: true, size: 0x100}
      buffers:   {dma: 0x10000, alignment: 0x1000, address-bits: 28}
    parameters:
      baud-rate: {default: 115200, unit: baud, range: 50...4000000}
      reg-shift: {property: reg-shift, default: 0, range: 0...3}
      reg-io-width: {property: reg-io-width, default: 1}
    registers:
      CTRL: {offset: 0x0, region: control, fields: {EN: 0, MODE: {bits: 2:1, values: {off: 0, on: 0b1x, other: default}}}, reserved: {7:4: preserve, 3: 1}}
      TIMER: {offset: 0x10, count: 4, stride: 4, region: control}
      CHANNEL:
        offset: 0x100
        region: control
        count: 8
        stride: 0x20
        registers:
          COUNT: {offset: 0x0}
          DATA:  {offset: 0x4, like: CTRL, fields: {EN: {access: read-only}}, without: [MODE]}
      RXFIFO: {offset: 0x300, block: fifo, region: control}
      DLL: {offset: 0x20, region: control, when: CTRL.EN == 1, alternate: CTRL, on-write: 1-sets, reset: 3, reset-mask: 1, reserved: 1}
      TEMP:
        offset: 0x24
        region: control
        byte-order: big
        width: 16
        waive: {registers-overlap: because}
        fields:
          T: {bits: 3:0, signed: true, fraction: 2, unit: K, scale: 125/2, offset: -4, only-values: false, range: 1...4}
          S: {bits: 5:4, read-values: {idle: 0}, write-values: {go: {value: 1, summary: goes}}, on-write: sets, on-read: clears}
      DIV: {offset: 1, region: registers, locked-by: dog, read-back: self, barrier: both, fields: {D: [7:6, 3:0], R: {bits: 5:4, unit: baud, divides: uartclk / 16}}}
    locks: {dog: {register: CTRL, unlock: [1, 2], lock: 0}}
    blocks:
      fifo: {registers: {DATA: {offset: 0, on-read: clears, on-write: changes, fields: {V: 7:0}}}}
    interrupts:
      interrupt:
        status: CTRL
        pending-when: CTRL.EN == 0
        repeat: 16
        mask: CHANNEL[2].DATA
        acknowledge: {write: CTRL, value: 1}
        causes:
          a: EN == 1
          b: [EN == 0, MODE == on]
          c: {when: MODE != 2, enable: RXFIFO.DATA.V, acknowledge: CTRL.EN}
          d: {when: [EN, MODE == 2], read: "TIMER[1]", do: start}
      message: {causes: {event: always}}
    hooks: {tune: tunes, other: , third: {summary: x}}
    serial:
      transmit: {data: DR.DATA, blocked-when: FR.TXFF == 0, cause: transmit, enable: IMSC.TXIM}
      receive:  {data: DR.DATA, empty-when: FR.RXFE, cause: receive, enable: [IMSC.RXIM, IMSC.RTIM]}
      errors:   {framing: DR.FE}
    class: serial
    summary: everything
    manual: none
    sequences:
      set-divisor:
        parameters: {divisor: 1...65535, other: }
        steps:
          - CTRL = zero {EN = 1}
      start:
        - do set-divisor(divisor = uartclk / (16 * baud-rate), other = 1)
        - let count = read CHANNEL[1].COUNT
        - let en = read CTRL.EN
        - if CTRL.EN == 1:
            - CTRL = 0
          else:
            - delay 10 us
        - repeat 8 as i:
            - CHANNEL[i].DATA.EN = 0
            - TIMER[i - 1] = 3
        - while CTRL.EN == 1 at most 16 times:
            - read RXFIFO.DATA
        - barrier
        - CTRL = reset {EN = 1, MODE = on}
        - CHANNEL[0].DATA with {EN = 1}
        - await CHANNEL[2].DATA.EN == 0 within 3 polls
    descriptors:
      tx: {size: 16, alignment: 16, words: {FLAGS: {offset: 12, width: 32, fields: {OWN: 31, WRAP: 30}}}}
    rings:
      transmit: {descriptor: tx, pool: buffers, entries: 64, owned-by-device: FLAGS.OWN == 1, wrap: FLAGS.WRAP, base: CTRL}
    waive: {let-unused: because}
    """
}
