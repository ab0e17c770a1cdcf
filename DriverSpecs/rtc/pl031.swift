// The module of the PL031's driver is generated from pl031.driver.yaml, all of it. SwiftPM builds no target
// without a source file, and this is the one; it stays empty.
