import DriverRuntime

@testable import pl011

func use(_ interrupt: consuming PendingInterrupt, _ lines: some InterruptLines) {
  interrupt.acknowledge(to: lines)  // error: value of type 'PendingInterrupt' has no member 'acknowledge'
}
