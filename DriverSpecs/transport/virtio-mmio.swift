import DriverRuntime

// What virtio-mmio.driver.yaml leaves to Swift. The transport has nobody to tell: its interrupt wakes whoever owns the
// queues, which are memory, and the configuration, and they look there.

extension VirtioMMIODriver {
  mutating func serveUsedBuffers() {}
  mutating func serveConfigurationChange() {}
}
