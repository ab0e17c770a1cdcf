// The module of the NS16550A's driver is generated from ns16550a.driver.yaml, all of it. SwiftPM builds no target
// without a source file, and this is the one; it stays empty.
