import DeviceTree
import Testing

@Suite("Clocks, names and matches", .enabled(if: Source.compiler != nil, Comment(rawValue: Source.absence)))
struct NodeTests {
  static let board = """
    / { #address-cells = <1>; #size-cells = <1>;
      aliases { serial0 = "/soc/serial@10"; bad = "serial0"; };
      chosen { stdout-path = "serial0:115200n8"; };
      xtal: xtal { compatible = "fixed-clock"; #clock-cells = <0>; clock-frequency = <24000000>; };
      fast: fast { compatible = "fixed-clock"; #clock-cells = <0>; clock-frequency = <1 0>; };
      pll: pll { compatible = "acme,pll"; #clock-cells = <1>; };
      soc { #address-cells = <1>; #size-cells = <1>; ranges; status = "ok";
        serial@10 { compatible = "acme,fast-uart", "arm,pl011"; reg = <0x10 4>;
          clocks = <&xtal &pll 7 &fast>; clock-names = "uartclk", "bus", "fast"; };
        serial@20 { compatible = "arm,pl011"; reg = <0x20 4>; clock-frequency = <3686400>; status = "disabled"; };
        rtc@30 { compatible = "arm,pl0111"; reg = <0x30 4>; status = "fail-sss"; };
      };
    };
    """

  @Test func clocksHaveRates() throws {
    #expect(try both(Self.board) { try $0.clockRate("/soc/serial@10", 0) } == 24_000_000)
    #expect(try both(Self.board) { try $0.clockRate("/soc/serial@10", 2) } == 0x1_0000_0000)
    #expect(try both(Self.board) { try $0.clockRate("/soc/serial@20", 0) } == 3_686_400)
    #expect(try both(Self.board) { try $0.clockIndex("serial0", "fast") } == 2)
    #expect(try both(Self.board) { try $0.clockIndex("serial0", "uart") } == nil)
    let (pll, serial) = try (
      both(Self.board) { try $0.place("/pll") }, both(Self.board) { try $0.place("serial0") }
    )
    #expect(
      try both(Self.board) { tree in error { try tree.clockRate("serial0", 1) } } == .clockNotFixed(node: pll)
    )
    #expect(
      try both(Self.board) { tree in error { try tree.clockRate("serial0", 3) } }
        == .noEntry(.clocks, index: 3, count: 3, node: serial))
  }

  @Test func pathsNeedAUnitAddressOnlyWhereTwoFit() throws {
    #expect(try both(Self.board) { try $0.path("/soc/rtc") } == "/soc/rtc@30")
    #expect(try both(Self.board) { try $0.path("/soc/serial@20") } == "/soc/serial@20")
    #expect(try both(Self.board) { try $0.path("serial0") } == "/soc/serial@10")
    #expect(try both(Self.board) { try $0.path("/") } == "/")
    let errors = try both(Self.board) { tree in
      ["/soc/serial", "/soc/rtc@31", "/sock", "", "bad", "none", "/soc/rtc@30/below"].map { path in
        error { try tree.path(path) }
      }
    }
    #expect(
      errors == [
        .ambiguousPath(matched: 5), .noNode(matched: 5), .noNode(matched: 1), .noNode(matched: 0),
        .noNode(matched: 0), .noNode(matched: 0), .noNode(matched: 12),
      ])
  }

  @Test func standardOutputIsAnAliasWithOptions() throws {
    #expect(try both(Self.board) { try $0.standardOutput() } == "/soc/serial@10")
    #expect(try both("/ { chosen { }; };") { try $0.standardOutput() } == nil)
  }

  @Test func compatibleIsAWholeText() throws {
    #expect(try both(Self.board) { $0.compatible("arm,pl011") } == ["/soc/serial@10", "/soc/serial@20"])
    #expect(try both(Self.board) { $0.compatible("arm,pl01") } == [])
  }

  @Test func onlyOkayAndOkAreAvailable() throws {
    #expect(
      try both(Self.board) { $0.available() }
        == ["/", "/aliases", "/chosen", "/xtal", "/fast", "/pll", "/soc", "/soc/serial@10"])
  }
}
