import ComponentInterface
import DriverRuntime
import SeL4

extension Attempt {
  /// What came of an attempt that did not fault.
  enum Outcome { case refused, allowed }

  /// Tries it; does not return where the kernel stops the thread.
  func run(startupPage: UInt) -> Outcome {
    switch self {
    case .readNull: return read(0)
    case .readKernel: return read(0xffff_ff80_4000_0000)
    case .readRootTask: return read(0x50_0000_0000)
    case .readOtherAddressSpace: return read(0x0000_7fff_ffff_f000)
    case .readPhysicalMemory: return read(0x6000_0000)
    case .readSerialDevice: return read(0x0900_0000)
    case .readInterruptController: return read(0x0800_0000)
    case .readBehindStartupPage: return read(startupPage + UInt(StartupPage.size))
    case .readBelowStack: return readBelowStack()
    case .writeOwnCode: return write(codeAddress)
    case .writeStartupPage: return write(startupPage + UInt(StartupPage.controlWordOffset))
    case .runData: return jump(startupPage)
    case .runUnalignedCode: return jump(codeAddress + 2)
    case .callNumberZero: return systemCall(0)
    case .callNumberTooLarge: return systemCall(0x7fff_ffff)
    case .callNumberTooSmall: return systemCall(-1000)
    case .invokeEmptySlots: return invokeEverySlot(0...51)
    case .acknowledgeOthersInterrupts: return invokeEverySlot(27...27)
    case .retypeEveryUntyped: return invokeEverySlot(1...1)
    case .mapEveryFrame: return invokeEverySlot(40...40)
    case .suspendEveryThread: return invokeEverySlot(15...15)
    case .moveInterruptBuffer: return invokeEverySlot(9...9)
    case .copyCapabilities: return invokeEverySlot(20...20)
    case .makeInterruptHandlers: return invokeEverySlot(26...26)
    case .callBehindSlots: return call(UInt(ComponentSlot.count))
    case .callFarBehindSlots: return call(1 << 40)
    case .callLastSlot: return call(.max)
    case .sendBehindSlots:
      Endpoint(CapabilityPointer(rawValue: 33)).send(Message(label: 0))
      return .allowed
    case .receiveBehindSlots:
      _ = Endpoint(CapabilityPointer(rawValue: 33)).recv()
      return .allowed
    case .signalOwnNotification:
      let own = Notification(CapabilityPointer(rawValue: ComponentSlot.notification))
      _ = own.poll()
      own.signal()
      return own.poll() == 0 ? .refused : .allowed
    case .receiveRequestsOfOthers:
      _ = supervisor.recv()
      return .allowed
    case .replyToNobody:
      Endpoint.reply(Message(label: 0))
      return .refused
    case .sendCapabilities: return sendCapabilities(ComponentSlot.notification)
    case .sendNullCapabilities: return sendCapabilities(0)
    case .crashSerial: return request(.crash(component: 0))
    case .startSerial: return request(.start(component: 0))
    case .readLog: return request(.readLog(offset: 0))
    case .listComponents: return request(.component(index: 0))
    case .readCounters: return request(.statistics(component: 0))
    case .countResources: return request(.resources)
    case .unknownRequest: return call(ComponentSlot.supervisor, label: 0xfff)
    case .largestLabel: return call(ComponentSlot.supervisor, label: 1 << 52 - 1)
    case .emptyRequest: return call(ComponentSlot.supervisor, label: SupervisorRequest.writeLogLabel)
    case .oversizedText:
      return call(ComponentSlot.supervisor, label: SupervisorRequest.writeLogLabel, length: 2, word0: .max)
    case .oversizedMessage: return call(ComponentSlot.supervisor, label: 0xfff, length: 127)
    case .forgeFault: return call(ComponentSlot.supervisor, label: 5, length: 4)
    case .emptyFailure: return call(ComponentSlot.supervisor, label: SupervisorRequest.failLabel)
    case .unknownFailure: return fail(reason: 99, subjectCount: 0)
    case .oversizedFailure: return fail(reason: 1, subjectCount: .max)
    case .failOnPurpose: return fail(reason: 1, subjectCount: 8)
    }
  }

  private var supervisor: Endpoint { Endpoint(CapabilityPointer(rawValue: ComponentSlot.supervisor)) }

  /// The first instruction of every component.
  private var codeAddress: UInt { 0x40_0000 }

  // MARK: memory

  private func read(_ address: UInt) -> Outcome {
    // Safety: none, on purpose: the access is what the kernel has to stop.
    _ = unsafe UInt32.load(fromDeviceAt: address)
    return .allowed
  }

  private func write(_ address: UInt) -> Outcome {
    // Safety: none, on purpose: the access is what the kernel has to stop.
    unsafe UInt32(0).store(toDeviceAt: address)
    return .allowed
  }

  private func jump(_ address: UInt) -> Outcome {
    // Safety: none, on purpose: the fetch is what the kernel has to stop.
    let function = unsafe unsafeBitCast(address, to: (@convention(c) () -> Void).self)
    function()
    return .allowed
  }

  /// Reads one page after the other downwards from here: below a stack of 16 KiB the fifth at the latest is a guard.
  private func readBelowStack() -> Outcome {
    var local: UInt = 0
    // Safety: only the address is taken.
    let address = unsafe withUnsafeMutablePointer(to: &local) { UInt(bitPattern: $0) }
    for page in 1...5 as ClosedRange<UInt> { _ = read((address & ~4095) - page * 4096) }
    return .allowed
  }

  // MARK: system calls

  private func systemCall(_ number: Int) -> Outcome {
    _ = SystemCall.exchange(
      number, SystemCallRegisters(badge: ComponentSlot.notification, info: MessageInfo(label: 0)))
    return .allowed
  }

  /// Calls a slot, and says whether the kernel or the supervisor granted it.
  private func call(_ slot: UInt, label: UInt = 0, length: Int = 0, word0: UInt = 0) -> Outcome {
    let answer = Endpoint(CapabilityPointer(rawValue: slot)).call(
      Message(label: label, length: length, word0: word0))
    return answer.info.label == 0 ? .allowed : .refused
  }

  /// Invokes every slot that must be empty, with each of the labels.
  private func invokeEverySlot(_ labels: ClosedRange<UInt>) -> Outcome {
    for slot in 0..<UInt(ComponentSlot.count)
    where slot != ComponentSlot.supervisor && slot != ComponentSlot.notification {
      for label in labels where call(slot, label: label, length: 4) == .allowed { return .allowed }
    }
    // Its own notification is there, and nothing can be invoked on it.
    for label in labels where call(ComponentSlot.notification, label: label, length: 4) == .allowed {
      return .allowed
    }
    return .refused
  }

  /// Sends capabilities along with a request that would be refused anyhow.
  private func sendCapabilities(_ slot: UInt) -> Outcome {
    for index in 0..<3 { IPCBuffer.setCapability(index, to: CapabilityPointer(rawValue: slot)) }
    let answer = supervisor.call(Message(info: MessageInfo(label: 0xfff, length: 0, extraCapabilities: 3)))
    return answer.info.label == 0 ? .allowed : .refused
  }

  /// Says that the component ends, for the reason with this number and with a register's name of so many bytes.
  private func fail(reason: UInt, subjectCount: UInt) -> Outcome {
    IPCBuffer.setWord(DriverFailure.subjectWord, to: subjectCount)
    return call(
      ComponentSlot.supervisor, label: SupervisorRequest.failLabel, length: DriverFailure.subjectWord + 2,
      word0: reason)
  }

  private func request(_ request: SupervisorRequest) -> Outcome {
    do throws(SupervisorError) {
      try Supervisor().call(request).checkGranted()
      return .allowed
    } catch {
      return .refused
    }
  }
}
