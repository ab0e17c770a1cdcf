/// A device tree of the test's own, as a flattened blob.
struct TestTree {
  /// A node with its properties and children.
  struct Node {
    var name: String
    var properties: [(String, [UInt8])] = []
    var children: [Node] = []
  }

  /// Two serial ports, one of them behind a bus that moves addresses, a wide device, a disabled one, a GIC.
  static let board = blob(
    Node(
      name: "",
      properties: [
        ("#address-cells", cells(2)), ("#size-cells", cells(2)), ("interrupt-parent", cells(1)),
      ],
      children: [
        Node(name: "chosen", properties: [("stdout-path", text("/serial@9000000"))]),
        Node(
          name: "gic",
          properties: [
            ("compatible", text("arm,cortex-a15-gic")), ("interrupt-controller", []),
            ("#interrupt-cells", cells(3)), ("#address-cells", cells(2)), ("phandle", cells(1)),
          ]),
        Node(
          name: "clock",
          properties: [
            ("compatible", text("fixed-clock")), ("#clock-cells", cells(0)),
            ("clock-frequency", cells(24_000_000)), ("phandle", cells(2)),
          ]),
        Node(
          name: "serial@9000000",
          properties: [
            ("compatible", text("test,serial")), ("reg", cells(0, 0x0900_0000, 0, 0x1000)),
            ("interrupts", cells(0, 1, 4)), ("clocks", cells(2)), ("clock-names", text("uartclk")),
          ]),
        Node(
          name: "bus@a000000",
          properties: [
            ("compatible", text("simple-bus")), ("#address-cells", cells(1)), ("#size-cells", cells(1)),
            ("ranges", cells(0, 0, 0x0A00_0000, 0x10_0000)),
          ],
          children: [
            Node(
              name: "serial@3000",
              properties: [
                ("compatible", text("test,serial")), ("reg", cells(0x3000, 0x1000)),
                ("interrupts", cells(0, 7, 1)),
              ]),
            Node(
              name: "wide@5000",
              properties: [
                ("compatible", text("test,wide")), ("reg", cells(0x5000, 0x7000)),
                ("interrupts", cells(0, 8, 4)),
              ]),
          ]),
        Node(
          name: "off@9010000",
          properties: [
            ("compatible", text("test,off")), ("reg", cells(0, 0x0901_0000, 0, 0x1000)),
            ("status", text("disabled")),
          ]),
      ]))

  static func cells(_ numbers: UInt32...) -> [UInt8] {
    numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
  }

  static func text(_ text: String) -> [UInt8] { Array(text.utf8) + [0] }

  /// A version 17 blob (Devicetree Specification v0.4, chapter 5).
  static func blob(_ root: Node) -> [UInt8] {
    var structure: [UInt8] = []
    var strings: [UInt8] = []
    func pad() { while structure.count % 4 != 0 { structure.append(0) } }
    func add(_ node: Node) {
      structure += cells(1) + text(node.name)
      pad()
      for (name, value) in node.properties {
        structure += cells(3, UInt32(value.count), UInt32(strings.count)) + value
        strings += text(name)
        pad()
      }
      node.children.forEach(add)
      structure += cells(2)
    }
    add(root)
    structure += cells(9)
    let structureStart = 40 + 16
    let stringsStart = structureStart + structure.count
    let total = stringsStart + strings.count
    return cells(
      0xD00D_FEED, UInt32(total), UInt32(structureStart), UInt32(stringsStart), 40, 17, 16, 0,
      UInt32(strings.count), UInt32(structure.count)) + [UInt8](repeating: 0, count: 16) + structure
      + strings
  }
}
