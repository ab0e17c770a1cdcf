import DriverRuntime

/// The console's component.
@main
struct ConsoleProgram {
  static func main() {
    #if os(none)
      let component = Component()
      guard let channel = component.channel(0) else { fatalError("a console has one channel") }
      var console = Console(ConsoleLine(component, channel))
      console.run()
    #else
      print("The console runs on a board. To start one: swift run dddk run")
    #endif
  }
}
