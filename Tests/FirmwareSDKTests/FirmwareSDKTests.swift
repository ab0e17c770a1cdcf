import Boards
import FirmwareSDK
import Foundation
import HostProcess
import Testing

struct FirmwareSDKTests {
  private func text(_ sdk: FirmwareSDK, _ path: String) throws -> String {
    try #require(sdk.files().first { $0.path == path }).text
  }

  @Test func everyRoleHasItsSDK() throws {
    let info = try text(FirmwareSDK(), "info.json")
    for board in Board.all {
      for role in FirmwareRole.allCases where role != .loader || board.start == .loader {
        let name = FirmwareSDK.name(role, for: board)
        #expect(info.contains("\"\(name)\""))
        for file in ["swift-sdk.json", "toolset.json", "sdk/lib/link.ld"] {
          #expect(try !text(FirmwareSDK(), "\(name)/\(file)").isEmpty)
        }
      }
    }
  }

  @Test func aBoardWithoutALoaderHasNoSDKForOne() throws {
    let paths = FirmwareSDK().files().map(\.path)
    for board in Board.all where board.start == .multiboot {
      #expect(paths.contains("\(FirmwareSDK.name(.kernel, for: board))/toolset.json"))
      #expect(paths.contains("\(FirmwareSDK.name(.component, for: board))/toolset.json"))
      #expect(!paths.contains("\(FirmwareSDK.name(.loader, for: board))/toolset.json"))
    }
    // The thread pointer stands behind the variables, and points at itself.
    let script = try text(FirmwareSDK(), "dddk-x86_64-component/sdk/lib/link.ld")
    #expect(script.contains("__thread_pointer = ALIGN(__thread_storage + SIZEOF(.tdata), ALIGNOF(.tdata));"))
    #expect(script.contains(". = ADDR(.tdata) + SIZEOF(.tdata) + ALIGNOF(.tdata) + 8;"))
  }

  @Test func everyDescriptionIsJSON() throws {
    for file in FirmwareSDK().files() where file.path.hasSuffix(".json") {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(file.text.utf8)) }
    }
  }

  @Test func twoRunsGiveTheSameBytes() {
    #expect(FirmwareSDK().files().map(\.text) == FirmwareSDK().files().map(\.text))
  }

  @Test func noKernelCodeTouchesFloatingPoint() throws {
    for (board, flag) in [(Board.qemuVirtAArch64, "-mgeneral-regs-only"), (.qemuVirtRISCV64, "-mabi=lp64\"")]
    {
      for role in FirmwareRole.allCases {
        #expect(
          try text(FirmwareSDK(), "\(FirmwareSDK.name(role, for: board))/toolset.json").contains(flag))
      }
    }
  }

  @Test func installedHeadersReachBothCompilers() throws {
    let folder = URL(filePath: "/opt/somewhere/libsel4/include")
    let toolset = try text(FirmwareSDK(headers: .installed(folder)), "dddk-aarch64-component/toolset.json")
    #expect(toolset.components(separatedBy: "-I/opt/somewhere/libsel4/include").count == 3)
    #expect(toolset.components(separatedBy: "-DDDDK_INSTALLED_LIBSEL4=1").count == 3)
    #expect(try !text(FirmwareSDK(), "dddk-aarch64-component/toolset.json").contains("LIBSEL4"))
  }

  @Test func programsStandWhereTheirKernelExpectsThem() throws {
    #expect(try text(FirmwareSDK(), "dddk-aarch64-component/sdk/lib/link.ld").contains(". = 0x400000;"))
    #expect(
      try text(FirmwareSDK(), "dddk-qemu-virt-aarch64-kernel/sdk/lib/link.ld").contains(
        ". = 0xffffff8040000000;"))
    #expect(
      try text(FirmwareSDK(), "dddk-qemu-virt-aarch64-kernel/sdk/lib/link.ld").contains(
        "- 0xffffff8000000000"))
  }

  @Test func theKernelAndTheLoaderAreToldOfTheirBoard() throws {
    for board in Board.all {
      let kernel = try text(FirmwareSDK(), "\(FirmwareSDK.name(.kernel, for: board))/toolset.json")
      // One kernel serves every size of memory: it is told of the largest.
      let facts = try #require(board.kernelVariants.first).kernel
      // Each is said to the C compiler and to the Swift compiler.
      for (name, value) in [
        ("MEMORY_START", facts.memory.lowerBound), ("MEMORY_END", facts.memory.upperBound),
        ("INTERRUPT_LAST", facts.interrupts.upperBound), ("TIMER_INTERRUPT", facts.timerInterrupt),
        ("WINDOW", board.places.kernelVirtual - board.places.kernelPhysical),
      ] {
        let flag = "\"-DDDDK_\(name)=0x\(String(value, radix: 16))\""
        #expect(kernel.components(separatedBy: flag).count == 3, "\(board.name): \(flag)")
      }
      if board.start == .loader {
        let loader = try text(FirmwareSDK(), "\(FirmwareSDK.name(.loader, for: board))/toolset.json")
        #expect(loader.contains("-DDDDK_CONSOLE="))
      }
      let component = try text(FirmwareSDK(), "\(FirmwareSDK.name(.component, for: board))/toolset.json")
      #expect(!component.contains("-DDDDK_"))
    }
  }

  @Test func eachInterruptControllerHasAKernelOfItsOwn() throws {
    let board = try Board.qemuVirtAArch64.with(interruptController: "gicv3")
    #expect(FirmwareSDK.name(.kernel, for: board) == "dddk-qemu-virt-aarch64-gicv3-kernel")
    #expect(FirmwareSDK.name(.loader, for: board) == "dddk-qemu-virt-aarch64-loader")
    #expect(FirmwareSDK.name(.component, for: board) == "dddk-aarch64-component")
    let toolset = try text(FirmwareSDK(), "dddk-qemu-virt-aarch64-gicv3-kernel/toolset.json")
    #expect(toolset.contains("\"-D\",\n      \"GICV3\""))
    #expect(toolset.contains("-DDDDK_INTERRUPT_INTERFACE=0x80a0000"))
    #expect(try !text(FirmwareSDK(), "dddk-qemu-virt-aarch64-kernel/toolset.json").contains("GICV3"))
    #expect(!FirmwareSDK().files().contains { $0.path.contains("gicv3-loader") })
  }

  @Test func whatIsThereAlreadyIsLeftAlone() throws {
    let folder = try TemporaryFolder(prefix: "dddk-sdk-test")
    let place = URL(filePath: folder.path)
    try FirmwareSDK().write(into: place)
    let script = place.appending(path: "dddk.artifactbundle/dddk-qemu-virt-aarch64-kernel/sdk/lib/link.ld")
    let info = place.appending(path: "dddk.artifactbundle/info.json")
    let old = Date(timeIntervalSince1970: 1_000_000)
    for file in [script, info] {
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file.path)
    }
    try Data("changed".utf8).write(to: script)
    try FirmwareSDK().write(into: place)
    #expect(try String(contentsOf: script, encoding: .utf8).contains("ENTRY(_start)"))
    let attributes = try FileManager.default.attributesOfItem(atPath: info.path)
    #expect(attributes[.modificationDate] as? Date == old)
  }
}
