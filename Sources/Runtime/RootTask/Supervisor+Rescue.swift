#if os(none)
  import CapabilityBroker
  import ComponentInterface
  import SeL4
  import SystemManifest

  // When no driver serves the standard output, the root task does what it can: it sends the log, and takes one
  // command.
  extension Supervisor {
    /// Takes over the device of the first component that describes a transmitter, when nobody can show the log:
    /// no such component runs, or none of those runs that read the log.
    mutating func rescue() {
      guard polled == nil else { return }
      var candidate: Int?
      var isServed = false
      var readers = 0
      var runningReaders = 0
      var index = 0
      while index < componentCount {
        let isRunning = components[index].state == .running
        if manifest.component(index).driver?.transmitter != nil {
          candidate = isRunning ? index : candidate ?? index
          isServed = isServed || isRunning
        }
        if manifest.component(index).requests.contains(.readLog) {
          readers += 1
          runningReaders += isRunning ? 1 : 0
        }
        index += 1
      }
      guard !isServed || readers > 0 && runningReaders == 0 else { return }
      if isServed, let candidate {
        var line = LogText()
        line.append(manifest.component(candidate).name)
        line.append(": stopped, since no component that shows the log runs")
        log.append(line)
        tearDown(candidate)
        components[candidate].state = .stopped
      }
      guard let candidate, let driver = manifest.component(candidate).driver,
        let transmitter = driver.transmitter
      else { return }
      if components[candidate].device == nil {
        // The device that the manifest names is not there; the board's own console may be of the same kind.
        components[candidate].device = try? broker.requestStandardOutput(
          driver, for: .component(candidate))
      }
      guard var device = components[candidate].device.take() else { return }
      var access: PolledConsole.Access?
      if let ports = device.ports(Int(transmitter.region)) {
        access = .ports(IOPort(RootSlots.pointer(ports.slot)), first: ports.first)
      } else if let region = try? device.mapRegion(
        Int(transmitter.region), into: .rootTask, at: RootLayout.polledDevice, pagingFrom: &memory)
      {
        access = .memory(base: region.address)
      }
      if let access {
        polled = PolledConsole(
          transmitter: transmitter, receiver: driver.receiver, access: access, component: candidate)
      }
      components[candidate].device = consume device
    }

    /// Gives the device back to its driver.
    mutating func endRescue() {
      guard let component = polled?.component else { return }
      polled = nil
      guard var device = components[component].device.take() else { return }
      do throws(BrokerError) {
        try device.unmapRegions()
      } catch {
        logFailure(component, .broker(error))
      }
      components[component].device = consume device
    }

    /// Sends what the log has gained.
    mutating func flushLog() {
      guard let console = polled else { return }
      logShown = max(logShown, log.start)
      while let byte = log.byte(at: logShown) {
        console.sendText(byte)
        logShown += 1
      }
    }

    /// Takes bytes from the terminal until a message waits; gives that message.
    ///
    /// Whoever has work runs first: the root task polls at the lowest priority.
    mutating func rescueUntilMessage() -> ReceivedMessage {
      setOwnPriority(0)
      while true {
        let received = Endpoint(RootSlots.pointer(endpoint)).nbRecv()
        if received.badge != 0 || polled == nil {
          setOwnPriority(.max)
          return received
        }
        if let byte = polled?.receive() { take(byte) }
        flushLog()
        SystemCall.yieldProcessor()
      }
    }

    private func setOwnPriority(_ priority: UInt8) {
      let own = InitialCapabilities.tcb
      // The root task's own maximum is the highest, so both ways are allowed.
      _ = try? own.setPriority(priority, authority: own)
    }

    private mutating func take(_ byte: UInt8) {
      guard var console = polled else { return }
      switch byte {
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        console.send("\n")
        let line = console.line
        let length = console.lineLength
        console.lineLength = 0
        polled = console
        if length > 0 { command(line, length: length) }
      case 0x20..<0x7F where console.lineLength < 64:
        console.line[console.lineLength] = byte
        console.lineLength += 1
        console.send(byte)
        polled = console
      default: break
      }
    }

    /// `start NAME`, and nothing else.
    private mutating func command(_ line: InlineArray<64, UInt8>, length: Int) {
      let verb: StaticString = "start "
      var index = 0
      while index < componentCount {
        let name = manifest.component(index).name
        if length == verb.utf8CodeUnitCount + name.count, Self.matches(line, verb, name) {
          do throws(SupervisorError) {
            let server = polled?.component
            try start(index)
            // One that shows the log needs the terminal's driver again.
            if let server, server != index, manifest.component(index).requests.contains(.readLog) {
              try start(server)
            }
          } catch {
            polled?.send("it runs, or cannot be started\n")
          }
          return
        }
        index += 1
      }
      polled?.send("no driver serves this terminal; `start` and a component's name starts one\n")
    }

    private static func matches(
      _ line: InlineArray<64, UInt8>, _ verb: StaticString, _ name: ManifestText
    ) -> Bool {
      let verbLength = verb.utf8CodeUnitCount
      return verb.withUTF8Buffer { bytes in
        for index in 0..<verbLength {
          // Safety: the index is below the literal's length.
          if unsafe line[index] != bytes[index] { return false }
        }
        for index in 0..<name.count where line[verbLength + index] != name[index] { return false }
        return true
      }
    }
  }
#endif
