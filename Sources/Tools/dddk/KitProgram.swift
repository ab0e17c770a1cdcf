import SystemSpec

/// A program of the kit without a device of its own, and the product that it is built as.
struct KitProgram {
  let program: SystemProgram
  let product: String

  static let all = [
    KitProgram(program: .console, product: "console"),
    KitProgram(program: .confinement, product: "confinement"),
    KitProgram(program: .messageSource, product: "message-stream"),
    KitProgram(program: .messageSink, product: "message-stream"),
  ]
}
