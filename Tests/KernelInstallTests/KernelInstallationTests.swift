import Boards
import Foundation
import KernelInstall
import Testing

struct KernelInstallationTests {
  @Test func aFittingKernelHasNoMismatch() throws {
    let prefix = try FixturePrefix()
    let installation = try KernelInstallation(prefix: prefix.url)
    #expect(installation.mismatches(with: .qemuVirtAArch64) == [])
    #expect(installation.memory == [0x4000_0000..<0x8000_0000])
    #expect(installation.kernel.lastPathComponent == "kernel.elf")
    #expect(!installation.configuration.isOn("PRINTING"))
  }

  @Test(
    arguments: [
      ("KERNEL_MCS", "true", KernelMismatch.Subject.kernelVariant, "-DKernelIsMCS=OFF"),
      ("ARM_HYPERVISOR_SUPPORT", "true", .hypervisor, "-DKernelArmHypervisorSupport=OFF"),
      ("WORD_SIZE", "\"32\"", .wordSize, "-DKernelSel4Arch=aarch64"),
      ("SEL4_ARCH", "\"riscv64\"", .architecture, "-DKernelSel4Arch=aarch64"),
      ("PLAT", "\"odroidc2\"", .platform, "-DKernelPlatform=qemu-arm-virt"),
      ("ARM_CORTEX_A57", "false", .processor, "-DARM_CPU=cortex-a57"),
      ("ARM_GIC_V3_SUPPORT", "true", .interruptController, "-DQEMU_GIC_VERSION=2"),
      ("MAX_NUM_NODES", "\"4\"", .processorCount, "-DKernelMaxNumNodes=1"),
    ])
  func oneOptionThatDiffersIsOneMismatch(
    _ option: String, _ value: String, _ subject: KernelMismatch.Subject, _ fix: String
  ) throws {
    let prefix = try FixturePrefix(options: [option: value])
    let found = try KernelInstallation(prefix: prefix.url).mismatches(with: .qemuVirtAArch64)
    #expect(found.map(\.subject) == [subject])
    #expect(found.map(\.fix) == [fix])
  }

  @Test func aKernelOfAnotherProcessorFitsItsOwnBoard() throws {
    let prefix = try FixturePrefix(
      options: [
        "SEL4_ARCH": "\"riscv64\"", "PLAT": "\"qemu-riscv-virt\"", "ARM_CORTEX_A57": "false",
      ], memory: [0x8020_0000..<0x1_4000_0000])
    let installation = try KernelInstallation(prefix: prefix.url)
    #expect(installation.mismatches(with: .qemuVirtRISCV64) == [])
    #expect(
      installation.mismatches(with: .qemuVirtAArch64).map(\.subject) == [
        .architecture, .platform, .processor, .memory,
      ])
    let other = try FixturePrefix()
    #expect(
      try KernelInstallation(prefix: other.url).mismatches(with: .qemuVirtRISCV64).map(\.fix) == [
        "-DKernelSel4Arch=riscv64", "-DKernelPlatform=qemu-riscv-virt", "-DQEMU_MEMORY=3072",
      ])
  }

  @Test func aKernelForAnotherMachineOfTheBoardFitsThatOne() throws {
    let prefix = try FixturePrefix(
      options: ["ARM_CORTEX_A57": "false", "ARM_CORTEX_A72": "true", "ARM_GIC_V3_SUPPORT": "true"],
      memory: [0x4000_0000..<0x1_4000_0000])
    let installation = try KernelInstallation(prefix: prefix.url)
    let largest = try Board.qemuVirtAArch64.with(
      processor: "cortex-a72", memoryMebibytes: 4096, interruptController: "gicv3")
    #expect(installation.mismatches(with: largest) == [])
    // Both ways out are named: another kernel, or another machine.
    let found = installation.mismatches(with: .qemuVirtAArch64)
    #expect(found.map(\.fix) == ["-DARM_CPU=cortex-a57", "-DQEMU_GIC_VERSION=2", "-DQEMU_MEMORY=1024"])
    #expect(found.map(\.option) == ["--cpu cortex-a72", "--gic 3", "--memory 4096"])
    #expect(found.map(\.found) == ["cortex-a72", "gicv3", "4096 MiB at 0x40000000"])
    let usual = try FixturePrefix()
    let ordinary = try KernelInstallation(prefix: usual.url)
    #expect(
      ordinary.mismatches(with: largest).map(\.fix) == [
        "-DARM_CPU=cortex-a72", "-DQEMU_GIC_VERSION=3", "-DQEMU_MEMORY=4096",
      ])
  }

  @Test func aKernelThatUsesWhatTheProcessorLacksIsToldSo() throws {
    let options = ["SEL4_ARCH": "\"x86_64\"", "PLAT": "\"pc99\"", "ARM_CORTEX_A57": "false"]
    let prefix = try FixturePrefix(options: options, memory: nil)
    #expect(try KernelInstallation(prefix: prefix.url).mismatches(with: .qemuPCX86_64) == [])
    let other = try FixturePrefix(
      options: options.merging(["SUPPORT_PCID": "true", "XSAVE": "true"]) { $1 }, memory: nil)
    let found = try KernelInstallation(prefix: other.url).mismatches(with: .qemuPCX86_64)
    #expect(found.map(\.subject) == [.processor, .processor])
    #expect(found.map(\.fix) == ["-DKernelSupportPCID=OFF", "-DKernelFPU=FXSAVE"])
  }

  @Test func allMismatchesAreNamedAtOnceWithTheirFix() throws {
    let prefix = try FixturePrefix(
      options: ["KERNEL_MCS": "true"], memory: [0x4000_0000..<0xc000_0000])
    let found = try KernelInstallation(prefix: prefix.url).mismatches(with: .qemuVirtAArch64)
    #expect(
      found.map(\.description) == [
        "kernel variant: the kernel was built for mixed-criticality scheduling (MCS), the board needs the "
          + "kernel without MCS; fix: configure seL4 with `-DKernelIsMCS=OFF`",
        "memory: the kernel was built for 2048 MiB at 0x40000000, the board needs 1024 MiB at 0x40000000; "
          + "fix: configure seL4 with `-DQEMU_MEMORY=1024`, or give dddk `--memory 2048`",
      ])
  }

  @Test func theHeaderServesWhereTheObjectIsMissing() throws {
    let prefix = try FixturePrefix()
    try prefix.remove("libsel4/include/kernel/gen_config.json")
    try prefix.write(
      "libsel4/include/kernel/gen_config.h",
      """
      #pragma once
      #define CONFIG_WORD_SIZE  64
      #define CONFIG_SEL4_ARCH  aarch64
      #define CONFIG_PLAT  qemu-arm-virt
      #define CONFIG_ARM_CORTEX_A57  1
      #define CONFIG_KERNEL_MCS  1
      /* disabled: CONFIG_ARM_HYPERVISOR_SUPPORT */
      """)
    let found = try KernelInstallation(prefix: prefix.url).mismatches(with: .qemuVirtAArch64)
    #expect(found.map(\.subject) == [.kernelVariant])
  }

  @Test(arguments: ["bin/kernel.elf", "libsel4/include", "libsel4/include/kernel/gen_config.json"])
  func aMissingPartIsNamed(_ path: String) throws {
    let prefix = try FixturePrefix()
    try prefix.remove(path)
    #expect(throws: KernelInstallationError.missing(path, prefix: prefix.url.path)) {
      try KernelInstallation(prefix: prefix.url)
    }
  }

  @Test func aPrefixThatIsNotThereIsNamed() {
    let error = #expect(throws: KernelInstallationError.self) {
      try KernelInstallation(prefix: URL(filePath: "/nowhere/at/all"))
    }
    #expect(
      error?.description
        == "there is no folder `/nowhere/at/all`; fix: give the prefix that seL4 was installed into")
  }

  @Test(arguments: ["libsel4/include/kernel/gen_config.json", "support/platform_gen.json"])
  func aMalformedFileIsNamed(_ path: String) throws {
    let prefix = try FixturePrefix()
    for text in ["", "[]", "{\"memory\": [{\"start\": 9, \"end\": 1}], \"X\": [1]}", "\u{0}\u{1}"] {
      try prefix.write(path, text)
      #expect(throws: KernelInstallationError.malformed(prefix.url.appending(path: path).path)) {
        try KernelInstallation(prefix: prefix.url)
      }
    }
  }

  @Test func anUnknownMemoryIsNotHeldAgainstTheKernel() throws {
    let prefix = try FixturePrefix(memory: nil)
    #expect(try KernelInstallation(prefix: prefix.url).mismatches(with: .qemuVirtAArch64) == [])
  }
}
