// The module of the CMSDKTimer's driver is generated from cmsdk-timer.driver.yaml, all of it. SwiftPM builds no target
// without a source file, and this is the one; it stays empty.
