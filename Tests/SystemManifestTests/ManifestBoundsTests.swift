import SystemManifest
import Testing

@Suite("the bounds of a manifest")
struct ManifestBoundsTests {
  @Test("each bound is kept, and named in its error")
  func bounds() {
    func error(_ change: (inout SystemManifest) -> Void) -> ManifestError? {
      var manifest = exampleSystem
      change(&manifest)
      do throws(ManifestError) {
        _ = try manifest.encoded()
        return nil
      } catch {
        return error
      }
    }
    #expect(error { _ in } == nil)
    #expect(error { $0.components[0].priority = 254 } == .invalidValue(.priority, value: 254))
    #expect(error { $0.components[0].stackBytes = 0 } == .invalidValue(.stackBytes, value: 0))
    #expect(error { $0.components[0].name = "" } == .invalidValue(.nameBytes, value: 0))
    #expect(
      error { $0.components[0].name = String(repeating: "x", count: 48) }
        == .tooMany(.text, count: 48, limit: 47))
    #expect(error { $0.components[1].name = "serial" } == .invalidValue(.duplicateName, value: 1))
    #expect(
      error { $0.components[0].requests = .init(rawValue: 0x8000) }
        == .invalidValue(.requests, value: 0x8000))
    #expect(
      error { $0.components[2].driver?.regions[0].size = 0x1_0001 }
        == .invalidValue(.regionBytes, value: 0x1_0001), "more ports than there are")
    #expect(error { $0.channels[0].server = 3 } == .invalidValue(.server, value: 3))
    #expect(error { $0.channels[0].client = 0 } == .invalidValue(.client, value: 0))
    #expect(error { $0.channels[0].ringBytes = 3000 } == .invalidValue(.ringBytes, value: 3000))
    #expect(
      error { $0.channels = Array(repeating: $0.channels[0], count: 9) }
        == .invalidValue(.channelsPerComponent, value: 9))
    #expect(
      error { $0.channels = Array(repeating: $0.channels[0], count: 33) }
        == .tooMany(.channels, count: 33, limit: 32))
    #expect(
      error { manifest in
        manifest.components = (0...16).map { .init(name: "c\($0)", image: "c", priority: 1) }
      } == .tooMany(.components, count: 17, limit: 16))
  }

  @Test("a driver's registers and transmitter lie in its regions")
  func driverBounds() {
    func error(_ change: (inout SystemManifest.Driver) -> Void) -> ManifestError? {
      var manifest = exampleSystem
      guard var driver = manifest.components[0].driver else { return nil }
      change(&driver)
      manifest.components[0].driver = driver
      do throws(ManifestError) {
        _ = try manifest.encoded()
        return nil
      } catch {
        return error
      }
    }
    #expect(error { $0.regions[0].size = 0 } == .invalidValue(.regionBytes, value: 0))
    #expect(error { $0.registers[0].width = 24 } == .invalidValue(.width, value: 24))
    #expect(error { $0.registers[0].offset = 0xFFE } == .invalidValue(.offset, value: 0xFFE))
    #expect(error { $0.registers[0].offset = 0x1000 } == .invalidValue(.offset, value: 0x1000))
    #expect(error { $0.registers[0].offset = .max - 3 } == .invalidValue(.offset, value: .max - 3))
    #expect(error { $0.registers[0].region = 1 } == .invalidValue(.region, value: 1))
    #expect(error { $0.transmitter?.statusOffset = 0x2000 } == .invalidValue(.offset, value: 0x2000))
    #expect(error { $0.transmitter?.dataWidth = 64 } == .invalidValue(.width, value: 64))
    #expect(
      error { $0.interrupts = Array(repeating: $0.interrupts[0], count: 9) }
        == .tooMany(.interrupts, count: 9, limit: 8))
    #expect(
      error { $0.parameters = Array(repeating: 1, count: 17) }
        == .tooMany(.parameters, count: 17, limit: 16))
    #expect(
      error { $0.compatibles = Array(repeating: "a", count: 9) }
        == .tooMany(.compatibles, count: 9, limit: 8))
  }

  @Test("the view reads what the host wrote, in place")
  func view() throws {
    let bytes = try exampleSystem.encoded()
    try SystemManifest.withView(of: bytes) { view in
      #expect(view.componentCount == 3 && view.channelCount == 1)
      let serial = view.component(0)
      #expect(String(serial.name) == "serial" && serial.stackBytes == 8192)
      #expect(serial.driver?.registerCount == 2)
      #expect(serial.driver?.parameterCount == 2)
      #expect(serial.driver?.parameter(1) == .max)
      #expect(serial.driver?.register(1).offset == 0x18)
      #expect(serial.driver?.transmitter?.mask == 0x20)
      #expect(view.component(1).driver == nil)
      #expect(view.component(1).requests == .all)
      let ports = view.component(2).driver
      #expect(ports?.region(0).access == .ports && ports?.region(0).index == 1 && ports?.region(0).size == 8)
      #expect(serial.driver?.region(0).access == .memory)
      #expect(serial.name == serial.name)
      #expect(!(serial.name == serial.image))
    }
  }
}
