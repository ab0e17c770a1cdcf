import Foundation
import Testing

/// docs/kernel-contract.md says which case shows which error of which call, and every error that seL4's API reference lists
/// is shown.
struct ContractTableTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/kernel-contract.md")
  private static let heading = "| call | answer | on | a case that shows it |\n| --- | --- | --- | --- |\n"

  /// What calls answered on a processor, with the first case that shows it: "CNode_Copy", "DeleteFirst" and a name.
  private static func shown(
    on processor: RecordedProcessor
  ) throws -> [(call: String, answer: String, name: String)] {
    var seen: Set<String> = []
    var rows: [(call: String, answer: String, name: String)] = []
    for recorded in try RecordedContract.cases(of: processor) {
      for line in recorded.lines {
        guard let match = line.wholeMatch(of: /\s\s([A-Za-z]+_\w+): (\w+).*/) else { continue }
        let (call, answer) = (String(match.1), String(match.2))
        if seen.insert("\(call) \(answer)").inserted { rows.append((call, answer, recorded.name)) }
      }
    }
    return rows
  }

  /// The table's rows: what a call answered, on which processors, and a case of the first of them.
  private static func rows() throws -> [String] {
    var found: [String: (name: String, processors: [RecordedProcessor])] = [:]
    for processor in RecordedProcessor.allCases {
      for row in try shown(on: processor) {
        let start = "| `\(row.call)` | \(row.answer) |"
        found[start, default: (row.name, [])].processors.append(processor)
      }
    }
    return found.sorted { $0.key < $1.key }.map { start, value in
      let isEverywhere = value.processors.count == RecordedProcessor.allCases.count
      let processors = isEverywhere ? "all" : value.processors.map(\.title).joined(separator: ", ")
      return "\(start) \(processors) | `\(value.name)` |\n"
    }
  }

  /// Errors that the reference lists, as of seL4 16.0, for the calls that the kit has.
  private static let listed: [String: [String]] = [
    "Untyped_Retype": [
      "DeleteFirst", "FailedLookup", "IllegalOperation", "InvalidArgument", "InvalidCapability",
      "NotEnoughMemory", "RangeError",
    ],
    "TCB_ReadRegisters": ["IllegalOperation", "InvalidCapability", "RangeError"],
    "TCB_WriteRegisters": ["IllegalOperation", "InvalidCapability"],
    "TCB_CopyRegisters": ["IllegalOperation", "InvalidCapability"],
    "TCB_Configure": ["AlignmentError", "IllegalOperation", "InvalidCapability", "RevokeFirst"],
    "TCB_SetPriority": ["IllegalOperation", "InvalidCapability", "RangeError"],
    "TCB_SetMCPriority": ["IllegalOperation", "InvalidCapability", "RangeError"],
    "TCB_SetSchedParams": ["IllegalOperation", "InvalidCapability", "RangeError"],
    "TCB_SetIPCBuffer": ["AlignmentError", "IllegalOperation", "InvalidCapability", "RevokeFirst"],
    "TCB_SetSpace": ["IllegalOperation", "InvalidCapability", "RevokeFirst"],
    "TCB_Suspend": ["IllegalOperation", "InvalidCapability"],
    "TCB_Resume": ["IllegalOperation", "InvalidCapability"],
    "TCB_BindNotification": ["IllegalOperation", "InvalidCapability"],
    "TCB_UnbindNotification": ["IllegalOperation", "InvalidCapability"],
    "TCB_SetTLSBase": ["IllegalOperation", "InvalidCapability"],
    "TCB_SetFlags": ["InvalidCapability"],
    "CNode_Revoke": ["FailedLookup", "IllegalOperation", "InvalidCapability", "RangeError"],
    "CNode_Delete": ["FailedLookup", "IllegalOperation", "InvalidCapability", "RangeError"],
    "CNode_CancelBadgedSends": ["FailedLookup", "IllegalOperation", "InvalidCapability", "RangeError"],
    "CNode_Copy": copying + ["RevokeFirst"],
    "CNode_Mint": copying + ["RevokeFirst"],
    "CNode_Move": copying,
    "CNode_Mutate": copying,
    "CNode_Rotate": copying,
    "CNode_SaveCaller": copying,
    "IRQControl_Get": copying + ["RevokeFirst"],
    "IRQControl_GetTrigger": copying + ["RevokeFirst"],
    "IRQHandler_Ack": ["IllegalOperation", "InvalidCapability"],
    "IRQHandler_SetNotification": ["IllegalOperation", "InvalidCapability"],
    "IRQHandler_Clear": ["IllegalOperation", "InvalidCapability"],
    "PageTable_Map": [
      "DeleteFirst", "FailedLookup", "IllegalOperation", "InvalidArgument", "InvalidCapability",
    ],
    "PageTable_Unmap": ["IllegalOperation", "InvalidCapability", "RevokeFirst"],
    "Page_Map": [
      "AlignmentError", "DeleteFirst", "FailedLookup", "IllegalOperation", "InvalidArgument",
      "InvalidCapability",
    ],
    "Page_Unmap": ["IllegalOperation", "InvalidCapability"],
    "Page_Clean_Data": caches,
    "Page_Invalidate_Data": caches,
    "Page_CleanInvalidate_Data": caches,
    "Page_Unify_Instruction": caches,
    "Page_GetAddress": ["IllegalOperation", "InvalidCapability"],
    "PDPT_Map": [
      "DeleteFirst", "FailedLookup", "IllegalOperation", "InvalidArgument", "InvalidCapability",
    ],
    "PDPT_Unmap": ["IllegalOperation", "InvalidCapability", "RevokeFirst"],
    "PageDirectory_Map": [
      "DeleteFirst", "FailedLookup", "IllegalOperation", "InvalidArgument", "InvalidCapability",
    ],
    "PageDirectory_Unmap": ["IllegalOperation", "InvalidCapability", "RevokeFirst"],
    "IRQControl_GetIOAPIC": copying + ["RevokeFirst"],
    "IRQControl_GetMSI": copying + ["RevokeFirst"],
    "IOPortControl_Issue": copying + ["InvalidArgument", "RevokeFirst"],
    "IOPort_In8": ports,
    "IOPort_In16": ports,
    "IOPort_In32": ports,
    "IOPort_Out8": ports,
    "IOPort_Out16": ports,
    "IOPort_Out32": ports,
    "ASIDControl_MakePool": copying + ["RevokeFirst"],
    "ASIDPool_Assign": ["DeleteFirst", "FailedLookup", "IllegalOperation", "InvalidCapability"],
    "VSpace_Clean_Data": caches + ["RangeError"],
    "VSpace_Invalidate_Data": caches + ["RangeError"],
    "VSpace_CleanInvalidate_Data": caches + ["RangeError"],
    "VSpace_Unify_Instruction": caches + ["RangeError"],
  ]
  private static let copying = [
    "DeleteFirst", "FailedLookup", "IllegalOperation", "InvalidCapability", "RangeError",
  ]
  private static let ports = ["IllegalOperation", "InvalidCapability"]
  private static let caches = ["FailedLookup", "IllegalOperation", "InvalidArgument", "InvalidCapability"]

  /// Errors that the reference lists and that no call on a processor can be made to answer; docs/kernel-contract.md says
  /// why.
  private static func impossible(on processor: RecordedProcessor) -> Set<String> {
    switch processor {
    case .aarch64: ["Page_Map DeleteFirst", "ASIDPool_Assign FailedLookup"]
    case .riscv64: ["ASIDPool_Assign FailedLookup"]
    // Pages take each other's place, and no handler is got by number.
    case .x86_64:
      [
        "ASIDPool_Assign FailedLookup", "IRQControl_Get DeleteFirst", "IRQControl_Get FailedLookup",
        "IRQControl_Get RangeError", "IRQControl_Get RevokeFirst", "IRQControl_Get ok",
      ]
    }
  }

  /// Calls that a processor's kernel does not have.
  private static func isMissing(_ call: String, on processor: RecordedProcessor) -> Bool {
    switch call {
    case "IRQControl_GetTrigger": processor == .x86_64
    case "IRQControl_GetIOAPIC", "IRQControl_GetMSI": processor != .x86_64
    case _ where call.hasPrefix("IOPort") || call.hasPrefix("PDPT") || call.hasPrefix("PageDirectory"):
      processor != .x86_64
    default: processor != .aarch64 && (call.hasSuffix("_Data") || call.hasSuffix("_Instruction"))
    }
  }

  @Test("every error that the API reference lists is shown by a case", arguments: RecordedProcessor.allCases)
  func listedErrorsAreShown(_ processor: RecordedProcessor) throws {
    let shown = Set(try Self.shown(on: processor).map { "\($0.call) \($0.answer)" })
    let impossible = Self.impossible(on: processor)
    for (call, errors) in Self.listed.sorted(by: { $0.key < $1.key }) {
      guard !Self.isMissing(call, on: processor) else {
        #expect(!shown.contains { $0.hasPrefix("\(call) ") }, "\(call) is there after all")
        continue
      }
      // An address is told as a distance, without the call's name.
      let answers = errors + (call == "Page_GetAddress" ? [] : ["ok"])
      for error in answers where !impossible.contains("\(call) \(error)") {
        #expect(shown.contains("\(call) \(error)"), "no case shows \(error) of \(call)")
      }
    }
    for pair in impossible { #expect(!shown.contains(pair), "\(pair) is possible after all") }
  }

  @Test("the page's table is that of the recorded cases")
  func tableIsTrue() throws {
    let table = Self.heading + (try Self.rows().joined())
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let start = try #require(text.range(of: Self.heading), "docs/kernel-contract.md has the table")
    let end = text.range(of: "\n\n", range: start.upperBound..<text.endIndex)?.lowerBound
    let old = String(text[start.lowerBound..<(end.map { text.index(after: $0) } ?? text.endIndex)])
    if ProcessInfo.processInfo.environment["RECORD"] != nil, old != table {
      try text.replacing(old, with: table).write(to: Self.page, atomically: true, encoding: .utf8)
      Issue.record("docs/kernel-contract.md was written: look at it")
      return
    }
    #expect(old == table, "RECORD=1 swift test --filter ContractTableTests writes it")
  }
}
