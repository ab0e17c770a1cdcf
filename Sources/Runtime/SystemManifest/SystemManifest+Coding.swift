#if !os(none)
  extension SystemManifest {
    /// The manifest as the root task reads it.
    ///
    /// - Throws: the first value that breaks a bound of `ManifestLimit`, so that what this returns
    ///   always decodes.
    public func encoded() throws(ManifestError) -> [UInt8] {
      var encoder = ManifestEncoder()
      let bytes = try encoder.encode(self)
      try Self.withView(of: bytes) { _ in () }
      return bytes
    }

    /// Reads an encoded manifest.
    ///
    /// - Throws: the first thing found wrong, with its place or value.
    public init(decoding bytes: [UInt8]) throws(ManifestError) {
      self = try Self.withView(of: bytes) { SystemManifest($0) }
    }

    /// Calls a function with a checked view of some bytes; the view must not leave it.
    public static func withView<Result>(
      of bytes: [UInt8], _ body: (ManifestView) -> Result
    ) throws(ManifestError) -> Result {
      // Safety: the view is used inside the closure only, while the array's bytes stand still.
      let result: Swift.Result<Result, ManifestError> = unsafe bytes.withUnsafeBytes { buffer in
        do throws(ManifestError) {
          return .success(body(unsafe try ManifestView(buffer)))
        } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }

    private init(_ view: ManifestView) {
      components = (0..<view.componentCount).map { Component(view.component($0)) }
      channels = (0..<view.channelCount).map { index in
        let channel = view.channel(index)
        return Channel(
          server: UInt16(channel.server), client: UInt16(channel.client),
          deviceClass: channel.deviceClass, ringBytes: UInt32(channel.ringBytes))
      }
    }
  }

  extension SystemManifest.Component {
    fileprivate init(_ entry: ComponentEntry) {
      self.init(
        name: String(entry.name), image: String(entry.image), priority: entry.priority,
        requests: entry.requests, stackBytes: UInt32(entry.stackBytes),
        driver: entry.driver.map { SystemManifest.Driver($0) })
    }
  }

  extension SystemManifest.Driver {
    fileprivate init(_ entry: DriverEntry) {
      self.init(
        name: String(entry.name),
        compatibles: (0..<entry.compatibleCount).map { String(entry.compatible($0)) },
        device: String(entry.device),
        regions: (0..<entry.regionCount).map { index in
          let region = entry.region(index)
          return .init(index: UInt32(region.index), size: region.size, access: region.access)
        },
        interrupts: (0..<entry.interruptCount).map { index in
          let interrupt = entry.interrupt(index)
          return .init(index: UInt32(interrupt.index), trigger: interrupt.trigger)
        },
        clocks: (0..<entry.clockCount).map { index in
          let clock = entry.clock(index)
          return clock.name.isEmpty ? .index(UInt32(clock.index)) : .name(String(clock.name))
        },
        parameters: (0..<entry.parameterCount).map { entry.parameter($0) },
        registers: (0..<entry.registerCount).map { index in
          let register = entry.register(index)
          return .init(
            name: String(register.name), region: UInt32(register.region), offset: register.offset,
            width: register.width)
        },
        transmitter: entry.transmitter, receiver: entry.receiver)
    }
  }

  extension String {
    /// A manifest's text; bytes that are not UTF-8 become replacement characters.
    public init(_ text: ManifestText) {
      self.init(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self)
    }
  }
#endif
