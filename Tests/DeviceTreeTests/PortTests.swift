import BoardTree
import Boards
import DeviceTree
import Testing

@Suite("I/O ports", .enabled(if: Source.compiler != nil, Comment(rawValue: Source.absence)))
struct PortTests {
  /// An ISA bus with ports, memory and an interrupt controller of its own, and a bus that only looks like one.
  static let board = """
    / { #address-cells = <1>; #size-cells = <1>; interrupt-parent = <&pic>;
      isa { device_type = "isa"; #address-cells = <2>; #size-cells = <1>; ranges = <0 0 0xa0000 0x60000>;
        pic: pic@i20 { compatible = "chrp,iic"; reg = <1 0x20 2>; interrupt-controller;
          #interrupt-cells = <2>; #address-cells = <0>; };
        mixed@i3f8 { reg = <1 0x3f8 8  0 0x10 0x20  1 0x778 4>; interrupts = <4 1  3 2  7 3  5 0>; };
        last@iffff { reg = <1 0xffff 1>; interrupts = <16 1  4 4>; };
        past@iffff { reg = <1 0xffff 2>; };
        none@i10 { reg = <1 0x10 0>; };
        memory@0 { reg = <0 0 4>; };
      };
      other { #address-cells = <2>; #size-cells = <1>;
        device@i10 { reg = <1 0x10 8>; };
      };
    };
    """

  @Test func portsAreCountedAmongThemselves() throws {
    #expect(try both(Self.board) { try $0.portRangeCount("/isa/mixed") } == 2)
    #expect(
      try both(Self.board) { try $0.portRange("/isa/mixed", 0) } == PortRange(first: 0x3f8, count: 8))
    #expect(
      try both(Self.board) { try $0.portRange("/isa/mixed", 1) } == PortRange(first: 0x778, count: 4))
    #expect(try both(Self.board) { try $0.portRange("/isa/last", 0).last } == 0xffff)
    #expect(try both(Self.board) { try $0.portRangeCount("/isa/memory") } == 0)
    #expect(try both(Self.board) { try $0.portRangeCount("/other/device") } == 0)
    // Memory of the same device is reached as before.
    #expect(
      try both(Self.board) { try $0.region("/isa/mixed", 1) } == Region(address: 0xa0010, size: 0x20))
  }

  @Test func portsThatAreNotThereAreRefused() throws {
    for (path, ports) in [("/isa/past", 0xffff), ("/isa/none", 0x10)] as [(String, UInt64)] {
      let node = try both(Self.board) { try $0.place(path) }
      #expect(
        try both(Self.board) { tree in error { try tree.portRange(path, 0) } }
          == .notAddressable(busAddress: ports, bus: node))
    }
    let mixed = try both(Self.board) { try $0.place("/isa/mixed") }
    #expect(
      try both(Self.board) { tree in error { try tree.portRange("/isa/mixed", 2) } }
        == .noEntry(.reg, index: 2, count: 2, node: mixed))
  }

  @Test func theBussLinesSayHowTheyAsk() throws {
    let lines = try both(Self.board) { tree in try (0..<4).map { try tree.line("/isa/mixed", $0) } }
    #expect(
      lines == [
        InterruptLine(number: 4, trigger: .level),
        InterruptLine(number: 3, trigger: .edge, isActiveLow: true),
        InterruptLine(number: 7, trigger: .edge),
        InterruptLine(number: 5, trigger: .level, isActiveLow: true),
      ])
    let controller = try both(Self.board) { try $0.place("/isa/pic") }
    for (index, first) in [(0, 16), (1, 4)] as [(Int, UInt32)] {
      #expect(
        try both(Self.board) { tree in error { try tree.line("/isa/last", index) } }
          == .badSpecifier(firstCell: first, controller: controller))
    }
  }

  @Test func aBoardsOwnTreeIsRead() throws {
    let node = try #require(Board.qemuPCX86_64.tree)
    let blob = try node.blob()
    #expect(try node.blob() == blob)
    let tree = try BoardTree(blob: blob)
    let serial = try #require(try tree.standardOutput())
    #expect(tree.path(of: serial) == Board.qemuPCX86_64.serialNode)
    #expect(try tree.portRange(0, of: serial) == PortRange(first: 0x3f8, count: 8))
    #expect(
      try tree.line(try tree.interrupt(0, of: serial)) == InterruptLine(number: 4, trigger: .level))
    let second = try tree.node(atPath: "/isa/serial@i2f8")
    #expect(try tree.portRange(0, of: second) == PortRange(first: 0x2f8, count: 8))
    #expect(try withFlattenedTree(blob) { outline($0) } == outline(tree))
  }

  @Test func aTreeThatIsTooLongIsRefused() {
    let text = String(repeating: "a", count: 1000)
    let node = BoardNode("", (0..<80).map { .texts("p\($0)", text) })
    do {
      _ = try node.blob()
      Issue.record("80,000 bytes were taken")
    } catch {
      #expect(error.message == "FDT_ERR_NOSPACE")
    }
  }
}
