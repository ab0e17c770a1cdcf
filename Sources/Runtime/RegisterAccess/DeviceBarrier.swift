import CDeviceAccess

/// Orders all accesses to devices and memory before it before all after it.
///
/// Accesses to one device stay in order without it; between a device and memory that it reads or writes by
/// itself they do not. Corresponds to `dmb osh`, `fence iorw, iorw` and `mfence`.
@inline(__always)
public func deviceBarrier() { device_barrier() }
