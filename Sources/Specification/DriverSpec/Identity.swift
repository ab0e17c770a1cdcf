public import Diagnostics

/// How a machine names the device.
public struct Identity: Sendable, Equatable {
  /// Device tree `compatible` strings, best match first.
  public var compatible: [Located<String>]
  /// PCI functions.
  public var pci: [PCI]
  /// ACPI hardware ids: `PNP0501`.
  public var acpi: [Located<String>]
  /// virtio device ids (virtio 1.2, 5), from 1.
  public var virtio: [Located<Int>]

  /// A PCI function, by the numbers in its configuration header.
  public struct PCI: Sendable, Equatable {
    /// 16 bits.
    public var vendor: Located<UInt64>
    /// 16 bits.
    public var device: Located<UInt64>
    /// Base class, subclass and programming interface, 24 bits; any where the spec says none.
    public var classCode: Located<UInt64>?

    /// Takes each part as it is.
    public init(vendor: Located<UInt64>, device: Located<UInt64>, classCode: Located<UInt64>? = nil) {
      self.vendor = vendor
      self.device = device
      self.classCode = classCode
    }
  }

  /// Takes each part as it is.
  public init(
    compatible: [Located<String>] = [], pci: [PCI] = [], acpi: [Located<String>] = [],
    virtio: [Located<Int>] = []
  ) {
    self.compatible = compatible
    self.pci = pci
    self.acpi = acpi
    self.virtio = virtio
  }
}
