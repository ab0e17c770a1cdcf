#if os(none)
  import CLoaderEntry

  let failure = Loader.run()
  EarlyConsole.write("dddk loader: ")
  EarlyConsole.write(failure.text)
  if let first = failure.numbers.0 { EarlyConsole.write(hexadecimal: first) }
  if let second = failure.numbers.1 { EarlyConsole.write(hexadecimal: second) }
  EarlyConsole.write("\r\n")
  loader_stop()
#endif
