// Lifecycle, interrupts and device classes of a driver.
