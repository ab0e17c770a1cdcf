// The module of the GoldfishRTC's driver is generated from goldfish-rtc.driver.yaml, all of it. SwiftPM builds no target
// without a source file, and this is the one; it stays empty.
