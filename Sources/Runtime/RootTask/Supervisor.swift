#if os(none)
  import CapabilityBroker
  import ComponentInterface
  import ImageFormat
  import SeL4
  import SystemManifest

  /// The root task: it starts the components of the manifest and supervises them.
  ///
  /// One thread, one loop, one endpoint: every fault and every request arrives there, with the component's number
  /// plus one as its badge.
  struct Supervisor: ~Copyable {
    var broker: CapabilityBroker
    let manifest: ManifestView
    let archive: Archive
    var log: LogRing
    /// The root task's own objects.
    var memory: ObjectMemory
    let endpoint: UInt
    var components = InlineArray<16, Component> { _ in Component() }
    var channels = InlineArray<32, Channel> { _ in Channel() }
    /// The end of the log when its readers were last told.
    var logSignalled: UInt64 = 0
    /// How far the log was shown to anybody.
    var logShown: UInt64 = 0
    /// The standard output's device, while no driver serves it.
    var polled: PolledConsole?

    /// How many components the manifest has.
    var componentCount: Int { manifest.componentCount }

    init(
      broker: consuming CapabilityBroker, manifest: ManifestView, archive: Archive, log: consuming LogRing
    ) throws(BrokerError) {
      var broker = broker
      var memory = try broker.allocateObjectMemory(
        sizeBits: RootLayout.objectMemoryBits, slotCount: RootLayout.objectSlots, for: .rootTask)
      let endpoint = try memory.make(.endpoint).slots.first
      self.endpoint = endpoint
      self.memory = memory
      self.broker = broker
      self.manifest = manifest
      self.archive = archive
      self.log = log
    }

    /// Prepares, builds and starts everything that the manifest names; what fails is logged and left out.
    mutating func startAll() {
      var index = 0
      while index < componentCount {
        prepare(index)
        index += 1
      }
      connect()
      index = 0
      while index < componentCount {
        if components[index].kept != nil {
          do throws(StartError) {
            try build(index)
            components[index].state = .restarting
          } catch {
            logFailure(index, error)
          }
        }
        index += 1
      }
      resumeByPriority()
    }

    /// Serves faults and requests for ever.
    mutating func run() {
      rescue()
      tellLog()
      var received = receive()
      while true {
        if received.message.info.label == SupervisorRequest.echoLabel {
          received = Endpoint(RootSlots.pointer(endpoint)).replyRecv(received.message)
          continue
        }
        let index = Int(bitPattern: received.badge) - 1
        if index >= 0, index < componentCount {
          if received.message.info.label >= SupervisorRequest.firstLabel {
            if let reply = answer(index, received.message) {
              if log.end != logSignalled { tellLog() }
              if polled == nil {
                received = Endpoint(RootSlots.pointer(endpoint)).replyRecv(reply)
                continue
              }
              Endpoint.reply(reply)
            }
          } else {
            fault(index, Fault(received.message))
          }
        }
        rescue()
        tellLog()
        received = receive()
      }
    }

    private mutating func receive() -> ReceivedMessage {
      polled == nil ? Endpoint(RootSlots.pointer(endpoint)).recv() : rescueUntilMessage()
    }

    /// Shows what the log has gained: to the components that read it, or on the terminal itself.
    private mutating func tellLog() {
      signalLog()
      flushLog()
    }

    /// Lets all components that were built run, those with higher priority first.
    private mutating func resumeByPriority() {
      var priority = Int(ManifestLimit.priority)
      while priority >= 0 {
        var index = 0
        while index < componentCount {
          if components[index].state == .restarting, Int(manifest.component(index).priority) == priority {
            resume(index)
          }
          index += 1
        }
        priority -= 1
      }
    }

    /// Lets a component that was built run.
    mutating func resume(_ index: Int) {
      do throws(SeL4Error) {
        try TCB(RootSlots.pointer(components[index].thread)).resume()
        components[index].state = .running
      } catch {
        components[index].state = .stopped
        logFailure(index, .broker(.refused(.resumeThread, error)))
      }
    }

    /// Tells every component that reads the log that there is more of it.
    mutating func signalLog() {
      guard log.end != logSignalled else { return }
      logSignalled = log.end
      var index = 0
      while index < componentCount {
        if components[index].state == .running, manifest.component(index).requests.contains(.readLog) {
          signalControl(index)
        }
        index += 1
      }
    }

    /// Sets the control bit of a component's notification.
    mutating func signalControl(_ index: Int) {
      guard let control = components[index].kept?.control else { return }
      Notification(RootSlots.pointer(control)).signal()
    }

    /// The page through which the root task sees a component's startup page.
    func startupPage(_ index: Int) -> MappedPage {
      MappedPage(address: RootLayout.startupPages + UInt64(index) * UInt64(MappedPage.size))
    }

    /// The page through which the root task sees a component's counters.
    func statisticsPage(_ index: Int) -> MappedPage {
      MappedPage(address: RootLayout.statisticsPages + UInt64(index) * UInt64(MappedPage.size))
    }

    /// The page through which the root task sees a channel's header.
    func channelHeader(_ index: Int) -> MappedPage {
      MappedPage(address: RootLayout.channelHeaders + UInt64(index) * UInt64(MappedPage.size))
    }

    /// A component's counters: its own word for it.
    func statistics(_ index: Int) -> StatisticsPage {
      statisticsPage(index).load(at: 0, as: StatisticsPage.self)
    }

    mutating func logFailure(_ index: Int, _ error: StartError) {
      var line = LogText()
      line.append(manifest.component(index).name)
      line.append(": not started: ")
      line.append(error)
      log.append(line)
    }
  }
#endif
