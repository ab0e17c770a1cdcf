import DeviceTree
import Testing

@Suite("Addresses", .enabled(if: Source.compiler != nil, Comment(rawValue: Source.absence)))
struct AddressTests {
  /// Two buses below each other with their own cells, one with an empty `ranges`, one with none.
  static let buses = """
    / { #address-cells = <2>; #size-cells = <2>;
      bus@1000 { #address-cells = <1>; #size-cells = <1>;
        ranges = <0x0 0x1 0x80000000 0x10000  0x20000 0x0 0x90000000 0x1000>;
        device@100 { reg = <0x100 0x10  0x20800 0x800  0x20800 0x801  0xfffffff0 0x20>; };
        inner { #address-cells = <1>; #size-cells = <1>; ranges = <0x0 0x4000 0x1000>;
          device@20 { reg = <0x20 0x4>; };
        };
        same { #address-cells = <1>; #size-cells = <1>; ranges;
          device@30 { reg = <0x30 0x4>; };
        };
        i2c@200 { #address-cells = <1>; #size-cells = <0>; reg = <0x200 0x10>;
          sensor@48 { reg = <0x48>; };
        };
        island { #address-cells = <1>; #size-cells = <1>;
          device@40 { reg = <0x40 0x4>; };
        };
      };
      wide@3 { reg = <0x3 0x0 0x1 0x0>; };
      none { };
    };
    """

  @Test func rangesTranslateThroughEveryBus() throws {
    #expect(
      try both(Self.buses) { try $0.region("/bus/device", 0) } == Region(address: 0x1_8000_0100, size: 0x10))
    #expect(
      try both(Self.buses) { try $0.region("/bus/inner/device", 0) }
        == Region(address: 0x1_8000_4020, size: 4))
    #expect(
      try both(Self.buses) { try $0.region("/wide", 0) }
        == Region(address: 0x3_0000_0000, size: 0x1_0000_0000))
  }

  @Test func anEmptyRangesIsTheSameAddress() throws {
    #expect(
      try both(Self.buses) { try $0.region("/bus/same/device", 0) } == Region(address: 0x1_8000_0030, size: 4)
    )
  }

  @Test func aRangeHoldsTheWholeRegionOrNone() throws {
    #expect(
      try both(Self.buses) { try $0.region("/bus/device", 1) } == Region(address: 0x9000_0800, size: 0x800))
    let bus = try both(Self.buses) { try $0.place("/bus") }
    #expect(
      try both(Self.buses) { tree in error { try tree.region("/bus/device", 2) } }
        == .notAddressable(busAddress: 0x20800, bus: bus))
    #expect(
      try both(Self.buses) { tree in error { try tree.region("/bus/device", 3) } }
        == .notAddressable(busAddress: 0xffff_fff0, bus: bus))
  }

  @Test func aBusWithoutRangesIsNotAddressable() throws {
    let island = try both(Self.buses) { try $0.place("/bus/island") }
    #expect(
      try both(Self.buses) { tree in error { try tree.region("/bus/island/device", 0) } }
        == .notAddressable(busAddress: 0x40, bus: island))
    let i2c = try both(Self.buses) { try $0.place("/bus/i2c") }
    #expect(
      try both(Self.buses) { tree in error { try tree.region("/bus/i2c/sensor", 0) } }
        == .notAddressable(busAddress: 0x48, bus: i2c))
  }

  @Test func anEntryThatIsNotThereIsAnError() throws {
    let wide = try both(Self.buses) { try $0.place("/wide") }
    #expect(
      try both(Self.buses) { tree in error { try tree.region("/wide", 1) } }
        == .noEntry(.reg, index: 1, count: 1, node: wide))
    let none = try both(Self.buses) { try $0.place("/none") }
    #expect(try both(Self.buses) { try $0.regionCount("/none") } == 0)
    #expect(
      try both(Self.buses) { tree in error { try tree.region("/none", 0) } } == .missing(.reg, node: none))
  }

  @Test func lengthsAndCellCountsAreChecked() throws {
    let odd = "/ { #address-cells = <2>; #size-cells = <2>; d@0 { reg = <0 0 0>; }; };"
    let place = try both(odd) { try $0.place("/d") }
    #expect(
      try both(odd) { tree in error { try tree.region("/d", 0) } }
        == .badLength(.reg, of: 12, unit: 16, node: place))
    let many = "/ { #address-cells = <0xffffffff>; #size-cells = <2>; d@0 { reg = <0 0 0>; }; };"
    let root = try both(many) { try $0.place("/") }
    #expect(
      try both(many) { tree in error { try tree.region("/d", 0) } }
        == .badCellCount(.addressCells, count: 0xffff_ffff, limit: 4, node: root))
    let short = "/ { #address-cells = [00 01]; d@0 { reg = <0 0 0>; }; };"
    #expect(
      try both(short) { tree in error { try tree.region("/d", 0) } }
        == .badLength(.addressCells, of: 2, unit: 4, node: try both(short) { try $0.place("/") }))
  }

  @Test func missingCellCountsAreTwoAndOne() throws {
    let text = "/ { d@100000002 { reg = <1 2 3>; }; };"
    #expect(try both(text) { try $0.region("/d", 0) } == Region(address: 0x1_0000_0002, size: 3))
  }

  @Test func spacesOfPCIStayApart() throws {
    let text = """
      / { #address-cells = <2>; #size-cells = <2>;
        pcie@10 { device_type = "pci"; #address-cells = <3>; #size-cells = <2>;
          ranges = <0x01000000 0 0x0  0 0x3eff0000  0 0x10000
                    0x02000000 0 0x10000000  0 0x20000000  0 0x1000000>;
          io@0 { reg = <0x01000000 0 0x100  0 0x10>; };
          memory@0 { reg = <0x43000000 0 0x10000100  0 0x10>; };
          config@0 { reg = <0x00000800 0 0x0  0 0x10>; };
        };
      };
      """
    #expect(try both(text) { try $0.region("/pcie/io", 0) } == Region(address: 0x3eff_0100, size: 0x10))
    #expect(try both(text) { try $0.region("/pcie/memory", 0) } == Region(address: 0x2000_0100, size: 0x10))
    let bus = try both(text) { try $0.place("/pcie") }
    #expect(
      try both(text) { tree in error { try tree.region("/pcie/config", 0) } }
        == .notAddressable(busAddress: 0, bus: bus))
  }

  @Test func memoryIsListedOverAllItsNodes() throws {
    let text = """
      / { #address-cells = <1>; #size-cells = <1>;
        memory@1000 { device_type = "memory"; reg = <0x1000 0x100 0x3000 0x100>; };
        memory@8000 { device_type = "memory"; reg = <0x8000 0x100>; status = "disabled"; };
        other@9000 { reg = <0x9000 0x100>; };
        memory@a000 { device_type = "memory"; reg = <0xa000 0x200>; };
      };
      """
    #expect(
      try both(text) { try $0.memory() }
        == [
          Region(address: 0x1000, size: 0x100), Region(address: 0x3000, size: 0x100),
          Region(address: 0xa000, size: 0x200),
        ])
  }
}
