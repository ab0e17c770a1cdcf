import DriverRuntime

@testable import pl011

func acknowledge(
  _ cleared: consuming ClearedInterrupt,  // error: 'cleared' consumed more than once
  _ lines: some InterruptLines
) {
  cleared.acknowledge(to: lines)
  cleared.acknowledge(to: lines)  // wrong
}
