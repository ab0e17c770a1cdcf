/// What the manual says of the registers, as types.
struct RegistersFile {
  private let plan: DriverPlan

  init(_ plan: DriverPlan) { self.plan = plan }

  var text: String {
    var out = SwiftText()
    out.line("import DriverRuntime")
    out.blank()
    out.documentation(
      sentence(plan.summary.map { "\(plan.device): \($0)" } ?? "The device \(plan.device)"),
      [plan.manual.map(sentence) ?? "", plan.cite(plan.line)])
    out.line("enum \(plan.type): GeneratedInterface1 {}")
    for region in plan.regions {
      registers(region, &out)
      for register in region.registers { contents(register, &out) }
    }
    return plan.header + "\n" + out.text
  }

  /// The block of registers on a bus.
  private func registers(_ region: RegionPlan, _ out: inout SwiftText) {
    out.blank()
    out.documentation(
      "The registers of a \(plan.device) on a bus\(plan.regions.count > 1 ? ": \(region.resource)" : ""). "
        + plan.cite(region.line))
    out.block("struct \(region.type)<Bus: RegisterBus>") { out in
      out.line("private let bus: Bus")
      out.blank()
      out.line("init(on bus: Bus) { self.bus = bus }")
      out.blank()
      for register in region.registers {
        out.documentation("\(offset(register)): \(lowercased(register.summary ?? register.name)).")
        out.shortBlock(
          "var \(register.swiftName): Register<\(plan.type).\(register.swiftName), Bus>", "Register(on: bus)")
      }
    }
  }

  /// One register's contents.
  private func contents(_ register: RegisterPlan, _ out: inout SwiftText) {
    out.blank()
    out.block("extension \(plan.type)") { out in
      out.documentation(
        sentence(register.summary.map { "\($0)" } ?? "Register \(register.name)"),
        [
          register.readEffect.map { "Reading it \($0)." } ?? "",
          plan.citation(section: register.section, line: register.line),
        ])
      out.block("struct \(register.swiftName): \(conformances(register))") { out in
        out.line("static var name: StaticString { \"\(register.name)\" }")
        out.line("static var offset: Int { \(offset(register)) }")
        if let reset = register.reset {
          out.line("static var resetValue: Self { Self(word: \(NumberText.word(reset))) }")
        }
        if register.clearedByOnes != 0 {
          out.line(
            "static var clearedByOnes: \(register.word) { \(NumberText.word(register.clearedByOnes)) }")
        }
        out.line("var word: \(register.word)")
        for field in register.fields { property(field, &out) }
        for field in register.fields where !field.values.isEmpty { values(field, &out) }
      }
    }
  }

  /// One field as a property.
  private func property(_ field: FieldPlan, _ out: inout SwiftText) {
    let bits = field.width == 1 ? "Bit \(field.low)" : "Bits \(field.high):\(field.low)"
    let effect = field.isClearedByOne ? "; writing 1 clears it" : ""
    let words = field.summary.map { ": \(lowercased($0))" } ?? ""
    let mask = NumberText.word(field.width == 64 ? .max : (1 << UInt64(field.width)) - 1)
    out.blank()
    out.documentation("\(bits)\(words)\(effect). \(plan.cite(field.line))")
    let head = "var \(field.name): \(field.type)"
    let get = "field(\(field.low), \(mask))"
    switch (field.isReadable, field.isWritable) {
    case (true, false): out.shortBlock(head, get)
    case (_, true):
      out.block(head) { out in
        if !field.isReadable {
          out.line("@available(*, unavailable, message: \"\(field.name) is write-only\")")
        }
        out.shortBlock("get", get)
        out.shortBlock("set", "setField(\(field.low), \(mask), newValue)")
      }
    case (false, false): break
    }
  }

  /// The names of a field's values.
  private func values(_ field: FieldPlan, _ out: inout SwiftText) {
    let number = field.width == 1 ? "UInt1" : field.number
    out.blank()
    out.documentation("What \(field.name) may hold. \(plan.cite(field.line))")
    out.block("struct \(field.type): NamedFieldValue") { out in
      out.line("let number: \(number)")
      out.blank()
      out.line("init(_ number: \(number)) { self.number = number }")
      out.blank()
      for value in field.values {
        out.documentation(
          "\(value.value): \(lowercased(value.summary ?? value.name)). \(plan.cite(value.line))")
        out.line("static var \(value.name): Self { Self(\(NumberText.decimal(value.value))) }")
      }
    }
  }

  private func conformances(_ register: RegisterPlan) -> String {
    var kinds: [String] = []
    if register.isReadable { kinds.append("ReadableRegister") }
    if register.isWritable { kinds.append("WritableRegister") }
    if register.reset != nil { kinds.append("ResettableRegister") }
    return kinds.joined(separator: ", ")
  }

  private func offset(_ register: RegisterPlan) -> String {
    NumberText.hexadecimal(register.offset, digits: 2)
  }

  /// The first word in lower case, unless it is the manual's own name.
  private func lowercased(_ text: String) -> String {
    let first = text.prefix { $0 != " " }
    guard !first.dropFirst().contains(where: { $0.isUppercase || $0.isNumber }) else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
