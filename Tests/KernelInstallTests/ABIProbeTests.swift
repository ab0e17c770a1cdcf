import Foundation
import HostProcess
import KernelInstall
import Testing

/// The folder of the toolchain's programs: where `swift` itself is.
private let tools: URL? = HostEnvironment.path(ofProgram: "swift").map {
  URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
}
private let kit = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

struct ABIProbeTests {
  private func probe() throws -> ABIProbe { ABIProbe(kit: kit, tools: try #require(tools)) }

  /// A prefix whose `sel4/sel4.h` is the kit's own header, after a change.
  private func prefix(replacing old: String, in file: String, with new: String) throws -> FixturePrefix {
    let prefix = try FixturePrefix()
    let headers = kit.appending(path: "Kernel/include/sel4")
    for name in try FileManager.default.subpathsOfDirectory(atPath: headers.path) where name.hasSuffix(".h") {
      var text = try String(contentsOf: headers.appending(path: name), encoding: .utf8)
      if name == file {
        #expect(text.contains(old))
        text = text.replacingOccurrences(of: old, with: new)
      }
      try prefix.write("libsel4/include/sel4/\(name == "api.h" ? "sel4.h" : name)", text)
    }
    return prefix
  }

  @Test func theKitsOwnNumbersAreThoseOfTheManual() throws {
    let numbers = try probe().ownNumbers()
    #expect(numbers.values["systemCallCall"] == -1)
    #expect(numbers.values["systemCallNBRecv"] == -8)
    #expect(numbers.values["labelUntypedRetype"] == 1)
    #expect(numbers.values["labelIRQIssueIRQHandlerTrigger"] == 49)
    #expect(numbers.values["ipcBufferSize"] == 1024)
    #expect(numbers.values["bootInfoUntypedList"] == 168)
  }

  @Test func eachProcessorHasItsOwnNumbers() throws {
    let probe = ABIProbe(kit: kit, tools: try #require(tools), triple: "riscv64-none-none-eabi")
    let numbers = try probe.ownNumbers()
    #expect(numbers.values["labelPageMap"] == 35)
    #expect(numbers.values["labelIRQIssueIRQHandlerTrigger"] == 40)
    #expect(numbers.values["objectVSpace"] == numbers.values["objectPageTable"])
    #expect(numbers.values["userContextArgument0"] == 16)
    #expect(numbers.values["bootInfoUntypedList"] == 168)
  }

  @Test func theSameHeadersGiveTheSameNumbers() throws {
    let prefix = try prefix(replacing: "seL4_SysCall = -1", in: "system_calls.h", with: "seL4_SysCall = -1")
    let installed = try probe().numbers(of: KernelInstallation(prefix: prefix.url))
    #expect(try probe().ownNumbers().differences(from: installed) == [])
  }

  @Test func aNumberThatDiffersIsNamed() throws {
    let prefix = try prefix(
      replacing: "ARMPageMap = 40", in: "aarch64/architecture.h", with: "ARMPageMap = 44")
    let installed = try probe().numbers(of: KernelInstallation(prefix: prefix.url))
    #expect(
      try probe().ownNumbers().differences(from: installed) == [
        ABINumbers.Difference(name: "labelPageMap", own: 40, installed: 44)
      ])
  }

  @Test func aLayoutThatDiffersIsNamed() throws {
    let prefix = try prefix(
      replacing: "  seL4_Word userData;", in: "messages.h", with: "  seL4_Word userData, more;")
    let installed = try probe().numbers(of: KernelInstallation(prefix: prefix.url))
    let differences = try probe().ownNumbers().differences(from: installed)
    #expect(
      differences.contains(ABINumbers.Difference(name: "ipcBufferCapsOffset", own: 976, installed: 984)))
  }

  @Test func headersThatLackANumberAreNamed() throws {
    let prefix = try prefix(replacing: "  ARMPageGetAddress = 46,", in: "aarch64/architecture.h", with: "")
    let installation = try KernelInstallation(prefix: prefix.url)
    let failure = #expect(throws: ABIProbe.Failure.self) { try probe().numbers(of: installation) }
    #expect(failure?.description.contains("ARMPageGetAddress") == true)
  }
}
