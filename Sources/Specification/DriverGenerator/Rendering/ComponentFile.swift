/// Where the driver's component starts.
struct ComponentFile {
  private let plan: DriverPlan

  init(_ plan: DriverPlan) { self.plan = plan }

  var text: String {
    var out = SwiftText(header: plan.header)
    out.line("import DriverRuntime")
    out.blank()
    out.documentation("The component that drives a \(plan.device).")
    out.line("@main")
    out.block("struct \(plan.type)Component") { out in
      out.block("static func main()") { out in
        let kind = plan.serial == nil ? "InterruptComponent" : "SerialComponent"
        out.line("#if os(none)")
        out.indented { out in
          for way in plan.ways {
            if way == .portsOrMemory {
              out.block("if GrantedPorts.exist") { run(way, kind, &$0) }
            } else {
              run(way, kind, &out)
            }
          }
        }
        out.line("#else")
        out.indented { out in
          out.line(
            "print(\"The driver of a \(plan.device) runs on a board. To start one: swift run dddk run\")")
        }
        out.line("#endif")
      }
    }
    return out.text
  }

  /// Runs the driver that reaches its registers in this way.
  private func run(_ way: RegisterWay, _ kind: String, _ out: inout SwiftText) {
    let bus = plan.ways.count == 1 ? "" : "<\(DriverFile(plan).bus(way))>"
    out.line("\(kind).run { component throws(DriverError) in")
    out.indented { $0.line("\(plan.type)Driver(try \(plan.type)Resources\(bus)(from: component))") }
    out.line("}")
  }
}
