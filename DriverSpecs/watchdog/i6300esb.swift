// The module of the I6300ESB's driver is generated from i6300esb.driver.yaml, all of it. SwiftPM builds no target
// without a source file, and this is the one; it stays empty.
