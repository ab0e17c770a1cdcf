import DeviceTree
import Testing

@Suite("Interrupts", .enabled(if: Source.compiler != nil, Comment(rawValue: Source.absence)))
struct InterruptTests {
  static let board = """
    / { #address-cells = <1>; #size-cells = <1>; interrupt-parent = <&gic>;
      gic: gic@1000 { compatible = "arm,gic-400"; reg = <0x1000 0x100>;
        interrupt-controller; #interrupt-cells = <3>; #address-cells = <0>; };
      plic: plic@2000 { compatible = "riscv,plic0"; reg = <0x2000 0x100>;
        interrupt-controller; #interrupt-cells = <1>; };
      strange: strange@2100 { reg = <0x2100 0x100>; interrupt-controller; #interrupt-cells = <1>; };
      soc { #address-cells = <1>; #size-cells = <1>; ranges; interrupt-parent = <&plic>;
        inherits@10 { reg = <0x10 4>; interrupts = <7 8>; };
        own@20 { reg = <0x20 4>; interrupt-parent = <&gic>; interrupts = <0 5 4  1 13 1>; };
        extended@30 { reg = <0x30 4>; interrupts = <9>;
          interrupts-extended = <&gic 0 6 8>, <&plic 3>, <&strange 2>; };
        broken@40 { reg = <0x40 4>; interrupts-extended = <&gic 0 6>; };
        wrong@50 { reg = <0x50 4>; interrupt-parent = <&gic>; interrupts = <2 5 4>; };
      };
      pass: pass { #interrupt-cells = <3>;
        device { interrupt-parent = <&pass>; interrupts = <0 9 4>; };
      };
      device { interrupts = <0 1 4>; };
      silent { };
    };
    """

  @Test func aNodeInheritsItsParent() throws {
    #expect(try both(Self.board) { try $0.interrupt("/device", 0) } == "/gic@1000 0 1 4")
    #expect(try both(Self.board) { try $0.interrupt("/soc/inherits", 1) } == "/plic@2000 8")
    #expect(try both(Self.board) { try $0.interrupt("/soc/own", 1) } == "/gic@1000 1 13 1")
    #expect(try both(Self.board) { try $0.interruptCount("/soc/own") } == 2)
    #expect(try both(Self.board) { try $0.interruptCount("/silent") } == 0)
  }

  @Test func extendedComesFirst() throws {
    #expect(try both(Self.board) { try $0.interruptCount("/soc/extended") } == 3)
    #expect(try both(Self.board) { try $0.interrupt("/soc/extended", 0) } == "/gic@1000 0 6 8")
    #expect(try both(Self.board) { try $0.interrupt("/soc/extended", 1) } == "/plic@2000 3")
    let place = try both(Self.board) { try $0.place("/soc/broken") }
    #expect(
      try both(Self.board) { tree in error { try tree.interrupt("/soc/broken", 0) } }
        == .badLength(.interruptsExtended, of: 12, unit: 16, node: place))
  }

  @Test func aNodeThatNeitherTakesNorMapsPassesOn() throws {
    #expect(try both(Self.board) { try $0.interrupt("/pass/device", 0) } == "/gic@1000 0 9 4")
  }

  @Test func lineNumbersFollowTheController() throws {
    let lines = try both(Self.board) { tree in
      [
        try tree.line("/soc/own", 0), try tree.line("/soc/own", 1), try tree.line("/soc/extended", 0),
        try tree.line("/soc/extended", 1),
      ]
    }
    #expect(
      lines == [
        InterruptLine(number: 37, trigger: .level), InterruptLine(number: 29, trigger: .edge),
        InterruptLine(number: 38, trigger: .level), InterruptLine(number: 3, trigger: nil),
      ])
    let strange = try both(Self.board) { try $0.place("/strange") }
    #expect(
      try both(Self.board) { tree in error { try tree.line("/soc/extended", 2) } }
        == .unknownController(node: strange))
    let gic = try both(Self.board) { try $0.place("/gic") }
    #expect(
      try both(Self.board) { tree in error { try tree.line("/soc/wrong", 0) } }
        == .badSpecifier(firstCell: 2, controller: gic))
  }

  @Test func aMapTranslatesUnitAndSpecifierUnderItsMask() throws {
    let text = """
      / { #address-cells = <2>; #size-cells = <2>; interrupt-parent = <&gic>;
        gic: gic { interrupt-controller; #interrupt-cells = <3>; #address-cells = <1>; };
        pcie { #address-cells = <3>; #size-cells = <2>; #interrupt-cells = <1>;
          interrupt-map-mask = <0x1800 0 0 7>;
          interrupt-map = <0x0000 0 0 1 &gic 0x55 0 3 4>, <0x0000 0 0 2 &gic 0x55 0 4 4>,
                          <0x0800 0 0 1 &gic 0x55 0 5 4>, <0x0800 0 0 2 &gic 0x55 0 6 4>;
          network@0 { reg = <0x0000 0 0 0 0>; interrupts = <1>; };
          network@1 { reg = <0xff2800 0 0 0 0>; interrupts = <2>; };
          network@3 { reg = <0x1800 0 0 0 0>; interrupts = <2>; };
        };
      };
      """
    #expect(try both(text) { try $0.interrupt("/pcie/network@0", 0) } == "/gic 0 3 4")
    #expect(try both(text) { try $0.interrupt("/pcie/network@1", 0) } == "/gic 0 6 4")
    let nexus = try both(text) { try $0.place("/pcie") }
    #expect(
      try both(text) { tree in error { try tree.interrupt("/pcie/network@3", 0) } }
        == .notMapped(firstCell: 2, nexus: nexus))
  }

  @Test func aCircleOfParentsEnds() throws {
    let text = """
      / { a: a { interrupt-parent = <&b>; interrupts = <1>; }; b: b { interrupt-parent = <&a>; }; };
      """
    #expect(
      try both(text) { tree in error { try tree.interrupt("/a", 0) } }
        == .tooManySteps(limit: TreeLimits.steps))
    let maps = """
      / { device { interrupt-parent = <&a>; interrupts = <1>; };
        a: a { #address-cells = <0>; #interrupt-cells = <1>; interrupt-map = <1 &b 1>; };
        b: b { #address-cells = <0>; #interrupt-cells = <1>; interrupt-map = <1 &a 1>; }; };
      """
    #expect(
      try both(maps) { tree in error { try tree.interrupt("/device", 0) } }
        == .tooManySteps(limit: TreeLimits.steps))
  }

  @Test func listsAreBounded() throws {
    let extended = String(repeating: "<&gic 1>, ", count: TreeLimits.entries)
    let map = String(repeating: "<1 &gic 1>, ", count: TreeLimits.entries)
    let clocks = String(repeating: "<&gic>, ", count: TreeLimits.entries)
    func board(_ extra: String, _ entry: String, _ clock: String) -> String {
      """
      / { gic: gic { interrupt-controller; #interrupt-cells = <1>; #clock-cells = <0>; };
        map: map { #address-cells = <0>; #interrupt-cells = <1>; interrupt-map = \(map)\(entry); };
        list { interrupts-extended = \(extended)\(extra); clocks = \(clocks)\(clock); };
        device { interrupt-parent = <&map>; interrupts = <2>; };
      };
      """
    }
    // The last entry that is allowed, and one more.
    let most = String(board("", "", "").replacing(">, ;", with: ">;"))
    let more = board("<&gic 1>", "<2 &gic 7>", "<&gic>")
    #expect(try both(most) { try $0.interruptCount("/list") } == TreeLimits.entries)
    let (list, nexus) = try (both(more) { try $0.place("/list") }, both(more) { try $0.place("/map") })
    #expect(
      try both(more) { tree in error { try tree.interruptCount("/list") } }
        == .tooManyEntries(.interruptsExtended, limit: TreeLimits.entries, node: list))
    #expect(
      try both(more) { tree in error { try tree.interrupt("/device", 0) } }
        == .tooManyEntries(.interruptMap, limit: TreeLimits.entries, node: nexus))
    #expect(
      try both(more) { tree in error { try tree.clockRate("/list", 0) } }
        == .tooManyEntries(.clocks, limit: TreeLimits.entries, node: list))
  }

  @Test func aHandleThatNobodyHasIsAnError() throws {
    let text = "/ { device { interrupt-parent = <0x77>; interrupts = <1>; }; };"
    #expect(
      try both(text) { tree in error { try tree.interrupt("/device", 0) } } == .danglingHandle(0x77))
    let none = "/ { device { interrupts = <1>; }; };"
    let place = try both(none) { try $0.place("/device") }
    #expect(
      try both(none) { tree in error { try tree.interrupt("/device", 0) } }
        == .missing(.interruptParent, node: place))
  }

  @Test func aMapCutShortIsAnError() throws {
    let text = """
      / { device { interrupt-parent = <&a>; interrupts = <2>; };
        gic: gic { interrupt-controller; #interrupt-cells = <3>; };
        a: a { #address-cells = <0>; #interrupt-cells = <1>; interrupt-map = <1 &gic 0 1 4  2 &gic 0>; }; };
      """
    let place = try both(text) { try $0.place("/a") }
    #expect(
      try both(text) { tree in error { try tree.interrupt("/device", 0) } }
        == .badLength(.interruptMap, of: 32, unit: 8, node: place))
  }
}
