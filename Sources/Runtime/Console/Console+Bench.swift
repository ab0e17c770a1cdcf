import ComponentInterface
import ConsoleCore
import DriverRuntime

extension Console {
  mutating func bench() {}
}
