#if os(none)
  import CapabilityBroker
  import ComponentInterface
  import SeL4
  import SystemManifest

  // What components may ask.
  extension Supervisor {
    /// Answers a component's request, as far as its manifest entry allows it; nil where the request was its last.
    mutating func answer(_ index: Int, _ message: Message) -> Message? {
      let reply: SupervisorMessage
      do throws(SupervisorError) {
        let request = try SupervisorRequest(SupervisorMessage(message))
        let allowed = manifest.component(index).requests.rawValue
        guard SupervisorPermissions(rawValue: UInt64(allowed)).isSuperset(of: request.permission) else {
          throw .notPermitted
        }
        guard let answer = try answer(index, request) else { return nil }
        reply = answer
      } catch {
        reply = .refused(error)
      }
      return Message(reply)
    }

    private mutating func answer(
      _ index: Int, _ request: SupervisorRequest
    ) throws(SupervisorError) -> SupervisorMessage? {
      switch request {
      case .component(let number): return try status(number).message
      case .statistics(let number):
        return statistics(try known(number)).message
      case .crash(let number):
        try crash(try known(number))
        return .granted
      case .measure(let number):
        try measure(try known(number))
        return .granted
      case .start(let number):
        try start(try known(number))
        return .granted
      case .readLog(let offset):
        let chunk = log.chunk(from: offset)
        logShown = max(logShown, chunk.offset + UInt64(chunk.text.count))
        return chunk.message
      case .grant(let number): return try grant(number).message
      case .quit: throw .notSupported
      case .resources:
        return ResourceCount(
          slotsUsed: UInt64(broker.slotsUsed), slotsTotal: UInt64(broker.slotsTotal),
          untypedBytesFree: broker.bytesFree, untypedBytesTotal: broker.bytesTotal
        ).message
      case .writeLog(let text):
        var line = LogText()
        line.append(manifest.component(index).name)
        line.append(": ")
        line.append(contentsOf: text)
        log.append(line)
        return .granted
      case .fail(let failure):
        fail(index, failure)
        return nil
      }
    }

    private func known(_ number: UInt32) throws(SupervisorError) -> Int {
      guard number < UInt32(componentCount) else { throw .noSuchIndex }
      return Int(number)
    }

    private mutating func status(_ number: UInt32) throws(SupervisorError) -> ComponentStatus {
      let index = try known(number)
      return ComponentStatus(
        id: number, total: UInt32(componentCount), state: components[index].state,
        restarts: components[index].restarts,
        grants: UInt32(broker.grants.count(of: .component(index))),
        name: manifest.component(index).name.withSpan { ComponentName($0) })
    }

    private mutating func grant(_ number: UInt32) throws(SupervisorError) -> Grant {
      guard number < UInt32(broker.grants.count) else { throw .noSuchIndex }
      let record = broker.grants.record(Int(number))
      return Grant(
        index: number, total: UInt32(broker.grants.count), component: UInt32(record.owner.number),
        kind: Grant.Kind(rawValue: UInt32(record.kind.rawValue)), first: record.first,
        second: record.second, third: record.third)
    }

    /// Asks a component to fault, so that everything that follows is as in a real fault.
    private mutating func crash(_ index: Int) throws(SupervisorError) {
      guard components[index].state == .running else { throw .wrongState }
      startupPage(index).store(ControlWord.crash, at: StartupPage.controlWordOffset)
      signalControl(index)
    }

    /// Asks a component to note when it wakes.
    private mutating func measure(_ index: Int) throws(SupervisorError) {
      guard components[index].state == .running else { throw .wrongState }
      startupPage(index).store(ControlWord.measure, at: StartupPage.controlWordOffset)
      signalControl(index)
    }

    /// Gives a component that is held down, or never came up, a new life.
    mutating func start(_ index: Int) throws(SupervisorError) {
      guard components[index].state == .heldDown || components[index].state == .stopped,
        components[index].kept != nil
      else { throw .wrongState }
      components[index].crashes.forget()
      components[index].failure = nil
      if polled?.component == index { endRescue() }
      restart(index)
    }
  }

  extension SupervisorMessage {
    /// A message as it arrived; words beyond the interface's bound are left out.
    fileprivate init(_ message: Message) {
      self.init(label: message.info.label)
      let length = min(message.info.length, Self.capacity)
      var index = 0
      while index < length {
        append(UInt64(message.word(index)))
        index += 1
      }
    }
  }

  extension Message {
    /// A reply to be sent at once: the words from the fifth on go to the IPC buffer now.
    fileprivate init(_ reply: borrowing SupervisorMessage) {
      // A span: a subscript of the array would copy all of it for each word. Words beyond the count are 0.
      let words = reply.words.span
      var index = 4
      while index < reply.count {
        IPCBuffer.setWord(index, to: Word(words[index]))
        index += 1
      }
      self.init(
        label: reply.label, length: reply.count, word0: Word(words[0]), word1: Word(words[1]),
        word2: Word(words[2]), word3: Word(words[3]))
    }
  }
#endif
