#if os(none)
  import CKernelEntry

  /// Says on the board's console that the kernel has a fault of its own, and stops for good.
  ///
  /// - Parameters:
  ///   - text: what failed.
  ///   - first: the first of the numbers that tell more: cause, instruction, address.
  ///   - second: the second.
  ///   - third: the third.
  func kernelPanic(_ text: StaticString, _ first: UInt, _ second: UInt = 0, _ third: UInt = 0) -> Never {
    // A fault while this is said must not be said again.
    if !dddk_enter_panic() { dddk_halt() }
    say("\r\ndddk kernel: ")
    say(text)
    say(first)
    say(second)
    say(third)
    say("\r\n")
    dddk_halt()
  }

  private func say(_ text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount {
      // Safety: a static string has as many bytes as it says.
      dddk_put_character(unsafe text.utf8Start[index])
    }
  }

  private func say(_ number: UInt) {
    say(" 0x")
    var shift: UInt = 64
    while shift > 0 {
      shift &-= 4
      let digit = UInt8(truncatingIfNeeded: number &>> shift & 15)
      dddk_put_character(digit < 10 ? 48 &+ digit : 87 &+ digit)
    }
  }

  extension BootError {
    /// What the console shows.
    var text: StaticString {
      switch self {
      case .tooManyRegions: "cannot boot: memory falls into too many pieces"
      case .regionsOutOfOrder: "cannot boot: kernel, device tree and root task are not in this order"
      case .imageMisplaced: "cannot boot: the root task is not whole pages below the end of user addresses"
      case .outOfMemory: "cannot boot: no room for the root task's first objects"
      case .outOfSlots: "cannot boot: the root task has more pages than its CNode has slots"
      }
    }
  }
#endif
