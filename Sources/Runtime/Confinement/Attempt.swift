/// One thing that no component may do.
enum Attempt: Int, CaseIterable {
  // Memory.
  case readNull, readKernel, readRootTask, readOtherAddressSpace, readPhysicalMemory, readSerialDevice
  case readInterruptController, readBehindStartupPage, readBelowStack, writeOwnCode, writeStartupPage
  case runData, runUnalignedCode
  // System calls.
  case callNumberZero, callNumberTooLarge, callNumberTooSmall
  // Capabilities that it does not hold.
  case invokeEmptySlots, acknowledgeOthersInterrupts, retypeEveryUntyped, mapEveryFrame, suspendEveryThread
  case moveInterruptBuffer, copyCapabilities, makeInterruptHandlers, callBehindSlots, callFarBehindSlots
  case callLastSlot, sendBehindSlots, receiveBehindSlots
  // Capabilities that it holds, used beyond their rights.
  case signalOwnNotification, receiveRequestsOfOthers, replyToNobody, sendCapabilities, sendNullCapabilities
  // Requests to the supervisor.
  case crashSerial, startSerial, readLog, listComponents, readCounters, countResources, unknownRequest
  case largestLabel, emptyRequest, oversizedText, oversizedMessage, forgeFault
  case emptyFailure, unknownFailure, oversizedFailure, failOnPurpose

  /// As the report names it.
  var name: StaticString {
    switch self {
    case .readNull: "read-null"
    case .readKernel: "read-kernel"
    case .readRootTask: "read-root-task"
    case .readOtherAddressSpace: "read-top-of-address-space"
    case .readPhysicalMemory: "read-physical-memory"
    case .readSerialDevice: "read-serial-device"
    case .readInterruptController: "read-interrupt-controller"
    case .readBehindStartupPage: "read-behind-startup-page"
    case .readBelowStack: "read-below-stack"
    case .writeOwnCode: "write-own-code"
    case .writeStartupPage: "write-startup-page"
    case .runData: "run-data"
    case .runUnalignedCode: "run-unaligned-code"
    case .callNumberZero: "system-call-zero"
    case .callNumberTooLarge: "system-call-too-large"
    case .callNumberTooSmall: "system-call-too-small"
    case .invokeEmptySlots: "invoke-empty-slots"
    case .acknowledgeOthersInterrupts: "acknowledge-others-interrupts"
    case .retypeEveryUntyped: "retype-untyped"
    case .mapEveryFrame: "map-frame"
    case .suspendEveryThread: "suspend-thread"
    case .moveInterruptBuffer: "null-ipc-buffer"
    case .copyCapabilities: "copy-capability"
    case .makeInterruptHandlers: "make-interrupt-handler"
    case .callBehindSlots: "call-behind-slots"
    case .callFarBehindSlots: "call-far-behind-slots"
    case .callLastSlot: "call-last-slot"
    case .sendBehindSlots: "send-behind-slots"
    case .receiveBehindSlots: "receive-behind-slots"
    case .signalOwnNotification: "signal-own-notification"
    case .receiveRequestsOfOthers: "receive-requests"
    case .replyToNobody: "reply-to-nobody"
    case .sendCapabilities: "send-capabilities"
    case .sendNullCapabilities: "send-null-capabilities"
    case .crashSerial: "request-crash"
    case .startSerial: "request-start"
    case .readLog: "request-log"
    case .listComponents: "request-components"
    case .readCounters: "request-counters"
    case .countResources: "request-resources"
    case .unknownRequest: "unknown-request"
    case .largestLabel: "largest-label"
    case .emptyRequest: "empty-request"
    case .oversizedText: "oversized-text"
    case .oversizedMessage: "oversized-message"
    case .forgeFault: "forge-fault"
    case .emptyFailure: "empty-failure"
    case .unknownFailure: "unknown-failure"
    case .oversizedFailure: "oversized-failure"
    case .failOnPurpose: "fail-on-purpose"
    }
  }
}
