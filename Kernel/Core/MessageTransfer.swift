// How a message's words and capabilities get from one thread to another.

extension Microkernel {
  /// The thread's IPC buffer, if its frame can be read, or written by a receiver.
  ///
  /// Corresponds to `lookupIPCBuffer`.
  func messageBuffer(of thread: Reference<Thread>, forReceiver: Bool) -> MessageBuffer? {
    let frame = thread.pointee.ipcBufferFrame.capability
    guard frame.kind == .frame, !frame.frameIsDevice else { return nil }
    let rights = frame.pageRights
    guard rights == .readWrite || !forReceiver && rights == .readOnly else { return nil }
    let offset = thread.pointee.ipcBufferAddress & (1 &<< frame.pageSize.bits &- 1)
    return MessageBuffer(address: frame.address &+ offset)
  }

  /// Sets word `index` of a message for `thread` and returns how many words it then has: without a buffer no
  /// more than fit in registers.
  ///
  /// Corresponds to `setMR`.
  @discardableResult
  func setMessageWord(
    _ index: UInt, _ value: UInt, of thread: Reference<Thread>, _ buffer: MessageBuffer?
  ) -> UInt {
    if index < Register.messageCount {
      thread[Register.message(index)] = value
      return index &+ 1
    }
    guard let buffer else { return Register.messageCount }
    buffer[index] = value
    return index &+ 1
  }

  /// Word `index` of a message that `thread` sent.
  ///
  /// Corresponds to `getSyscallArg`.
  func messageWord(_ index: UInt, of thread: Reference<Thread>, _ buffer: MessageBuffer?) -> UInt {
    if index < Register.messageCount { return thread[Register.message(index)] }
    return buffer?[index] ?? 0
  }

  /// Moves a message: the sender's own words, or those of its fault.
  ///
  /// Corresponds to `doIPCTransfer`.
  func transfer(
    from sender: Reference<Thread>, to receiver: Reference<Thread>, badge: UInt, canGrant: Bool,
    endpoint: Reference<Endpoint>?
  ) {
    let receiveBuffer = messageBuffer(of: receiver, forReceiver: true)
    if sender.pointee.fault.kind == .none {
      transferMessage(from: sender, to: receiver, receiveBuffer, badge, canGrant, endpoint)
    } else {
      let length = setFaultMessage(of: sender, for: receiver, receiveBuffer)
      receiver[.messageInfo] =
        MessageInfo(label: UInt(sender.pointee.fault.kind.rawValue), length: length).word
      receiver[.badge] = badge
    }
  }

  private func transferMessage(
    from sender: Reference<Thread>, to receiver: Reference<Thread>, _ receiveBuffer: MessageBuffer?,
    _ badge: UInt, _ canGrant: Bool, _ endpoint: Reference<Endpoint>?
  ) {
    let info = MessageInfo(word: sender[.messageInfo])
    let sendBuffer = messageBuffer(of: sender, forReceiver: false)
    var slots = ExtraSlots.none
    if canGrant, info.extraCapabilities > 0 {
      slots = (try? extraSlots(of: sender, info, sendBuffer)) ?? .none
    }
    let length = copyWords(info.length, from: sender, sendBuffer, to: receiver, receiveBuffer)
    let (unwrapped, count) = transferCapabilities(slots, to: receiver, receiveBuffer, endpoint)
    receiver[.messageInfo] =
      MessageInfo(label: info.label, unwrapped: unwrapped, extraCapabilities: count, length: length).word
    receiver[.badge] = badge
  }

  /// Corresponds to `copyMRs`.
  private func copyWords(
    _ length: UInt, from sender: Reference<Thread>, _ sendBuffer: MessageBuffer?,
    to receiver: Reference<Thread>, _ receiveBuffer: MessageBuffer?
  ) -> UInt {
    var index: UInt = 0
    while index < length, index < Register.messageCount {
      receiver[Register.message(index)] = sender[Register.message(index)]
      index &+= 1
    }
    guard let sendBuffer, let receiveBuffer else { return index }
    while index < length {
      receiveBuffer[index] = sendBuffer[index]
      index &+= 1
    }
    return index
  }

  /// Hands over capabilities: a badge for each that names the endpoint of the message itself, and at most one
  /// other, into the receiver's slot.
  ///
  /// Returns the bits of those unwrapped and how many got through. Corresponds to `transferCaps`.
  private func transferCapabilities(
    _ slots: ExtraSlots, to receiver: Reference<Thread>, _ buffer: MessageBuffer?,
    _ endpoint: Reference<Endpoint>?
  ) -> (unwrapped: UInt, count: UInt) {
    guard slots.first != nil, let buffer else { return (0, 0) }
    var destination = receiveSlot(of: receiver, buffer)
    var unwrapped: UInt = 0
    var index: UInt = 0
    while index < Limits.extraCapabilities, let source = slots[index] {
      let capability = source.pointee.capability
      if capability.kind == .endpoint, capability.endpoint == endpoint {
        buffer.setBadge(index, capability.badge)
        unwrapped |= 1 &<< index
      } else {
        guard let slot = destination, let derived = try? source.derive(capability), !derived.isNull
        else { break }
        source.insert(derived, into: slot)
        destination = nil
      }
      index &+= 1
    }
    return (unwrapped, index)
  }

  /// The empty slot that a receiver named for one capability.
  ///
  /// Corresponds to `getReceiveSlots`.
  private func receiveSlot(of thread: Reference<Thread>, _ buffer: MessageBuffer) -> Reference<Slot>? {
    guard let root = try? slot(buffer.receiveRoot, of: thread),
      let destination = try? slot(
        at: buffer.receiveIndex, depth: buffer.receiveDepth, in: root.pointee.capability, isSource: false),
      destination.pointee.capability.isNull
    else { return nil }
    return destination
  }
}
