import DriverSpec

/// How the device does what the serial class promises.
struct SerialPlan {
  /// A field as an expression's part: the register's path, and the field's name in Swift.
  struct FieldPath: Equatable {
    var register: String
    var field: String
    var registerName: String
    var mask: UInt64
    var line: Int
    /// How the register is read.
    var read: String
    var isModifiable: Bool
    /// The type of the register's contents.
    var contents: String
  }

  /// Mask bits of one register.
  struct EnablePlan {
    var register: String
    var fields: [String]
  }

  /// One kind of line error.
  struct LineErrorPlan {
    /// The member of `LineErrors`.
    var kind: String
    var path: FieldPath
  }

  var transmitData: FieldPath
  var transmitBlocked: FieldPath
  /// Whether the device takes nothing while the field is 1, and not while it is 0.
  var isBlockedWhenSet: Bool
  var transmitEnable: [EnablePlan]
  var receiveData: FieldPath
  var receiveEmpty: FieldPath
  /// Whether the device has nothing while the field is 1, and not while it is 0.
  var isEmptyWhenSet: Bool
  var receiveEnable: [EnablePlan]
  /// By register, then in the order of `SerialBinding.LineError`.
  var errors: [LineErrorPlan]
  var transmitCause: String
  var receiveCause: String

  /// The registers that hold line errors, in the order of their first mention.
  var errorRegisters: [String] {
    errors.reduce(into: []) { if !$0.contains($1.path.register) { $0.append($1.path.register) } }
  }

  /// How a register of line errors is read.
  func read(of register: String) -> String {
    errors.first { $0.path.register == register }?.path.read ?? "read()"
  }

  init(_ binding: SerialBinding, _ names: SpecNames) {
    func path(_ reference: FieldReference) -> FieldPath {
      let register = names.plan(reference.register)
      let field = names.field(reference)
      return FieldPath(
        register: names.path(reference.register), field: field.name, registerName: reference.register.name,
        mask: field.mask, line: reference.field.place.line, read: register.read,
        isModifiable: register.isModifiable, contents: names.contents(reference.register))
    }
    func enables(_ references: [FieldReference]) -> [EnablePlan] {
      references.reduce(into: []) { enables, reference in
        let path = path(reference)
        if let index = enables.firstIndex(where: { $0.register == path.register }) {
          enables[index].fields.append(path.field)
        } else {
          enables.append(EnablePlan(register: path.register, fields: [path.field]))
        }
      }
    }
    transmitData = path(binding.transmit.data)
    transmitBlocked = path(binding.transmit.blockedWhen.field)
    isBlockedWhenSet = binding.transmit.blockedWhen.isSet
    transmitEnable = enables(binding.transmit.enable)
    transmitCause = binding.transmit.cause.value
    receiveData = path(binding.receive.data)
    receiveEmpty = path(binding.receive.emptyWhen.field)
    isEmptyWhenSet = binding.receive.emptyWhen.isSet
    receiveEnable = enables(binding.receive.enable)
    receiveCause = binding.receive.cause.value
    errors = SerialBinding.LineError.allCases.compactMap { kind in
      binding.errors.first { $0.kind.value == kind }.map {
        LineErrorPlan(kind: kind.rawValue, path: path($0.field))
      }
    }
  }
}
