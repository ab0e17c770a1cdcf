// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "my-uart",
  dependencies: [
    .package(name: "swift-dddk", path: "../..")
  ],
  targets: [
    // The driver: its spec and what the plugin generates from it.
    .executableTarget(
      name: "my-uart",
      dependencies: [.product(name: "DriverRuntime", package: "swift-dddk")],
      plugins: [.plugin(name: "GenerateDrivers", package: "swift-dddk")]),
    // The driver on this machine, on a fake of its device.
    .testTarget(
      name: "MyUartTests",
      dependencies: ["my-uart", .product(name: "DriverRuntime", package: "swift-dddk")]),
  ]
)
