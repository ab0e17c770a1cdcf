#if os(none)
  import CLoaderEntry

  /// An exception of the loader's own, where the processor has a handler for it at that time.
  @c(loader_exception)
  public func loaderException(_ cause: UInt, _ instruction: UInt, _ address: UInt) {
    EarlyConsole.write("dddk loader: exception, instruction, address")
    EarlyConsole.write(hexadecimal: UInt64(cause))
    EarlyConsole.write(hexadecimal: UInt64(instruction))
    EarlyConsole.write(hexadecimal: UInt64(address))
    EarlyConsole.write("\r\n")
    loader_stop()
  }

  let failure = Loader.run()
  EarlyConsole.write("dddk loader: ")
  EarlyConsole.write(failure.text)
  if let first = failure.numbers.0 { EarlyConsole.write(hexadecimal: first) }
  if let second = failure.numbers.1 { EarlyConsole.write(hexadecimal: second) }
  EarlyConsole.write("\r\n")
  loader_stop()
#endif
