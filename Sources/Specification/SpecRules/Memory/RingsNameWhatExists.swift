import Diagnostics
import DriverSpec

/// A ring names a descriptor, a pool, fields of the descriptor and a register that are declared.
enum RingsNameWhatExists: Rule {
  static let code = DiagnosticCode.unknownRingPart

  static func check(_ subject: RuleSubject) {
    let descriptors = subject.spec.descriptors
    let pools = subject.spec.resources.filter { $0.pool != nil }.map(\.name.value)
    for ring in subject.spec.rings {
      switch subject.resource(ring.pool.value) {
      case .unread: break
      case .found(let resource) where resource.pool != nil: break
      case .found, .missing:
        report(
          subject, "no `dma` resource is called \(ring.pool.value.quoted)", at: ring.pool.place,
          fix: Suggestion.fix(for: ring.pool.value, among: pools))
      }
      if let base = ring.base, subject.register(base.name).isMissing {
        report(
          subject, "no register is called \(base.name.quoted)", at: base.place,
          fix: Suggestion.fix(for: base.name, among: subject.registerNames))
      }
      guard let descriptor = descriptors.first(where: { $0.name.value == ring.descriptor.value }) else {
        let name = ring.descriptor.value
        if subject.unread.names.contains(name) || subject.unread.sections.contains("descriptors") { continue }
        report(
          subject, "no descriptor is called \(name.quoted)", at: ring.descriptor.place,
          fix: Suggestion.fix(for: name, among: descriptors.map(\.name.value)))
        continue
      }
      var fields = [ring.owner.field]
      if case .flag(let field) = ring.wrap { fields.append(field) }
      for field in fields { check(field, descriptor, subject) }
    }
  }

  private static func check(_ reference: FieldReference, _ descriptor: Descriptor, _ subject: RuleSubject) {
    if subject.unread.names.contains(descriptor.name.value) { return }
    let here = Diagnostic.Note("\(descriptor.name.value.quoted) is here", at: descriptor.name.place)
    guard let word = descriptor.words.first(where: { $0.name.value == reference.register.name }) else {
      if subject.unread.names.contains(reference.register.name) { return }
      report(
        subject, "descriptor \(descriptor.name.value.quoted) has no word \(reference.register.name.quoted)",
        at: reference.register.place, notes: [here],
        fix: Suggestion.fix(for: reference.register.name, among: descriptor.words.map(\.name.value)))
      return
    }
    guard word.field(named: reference.field.value) == nil, !subject.unread.names.contains(word.name.value)
    else { return }
    report(
      subject, "word \(word.name.value.quoted) has no field \(reference.field.value.quoted)",
      at: reference.field.place,
      notes: [here], fix: Suggestion.fix(for: reference.field.value, among: word.fields.map(\.name.value)))
  }
}

extension RuleSubject {
  /// The descriptor of a ring, where it is declared.
  func descriptor(of ring: DescriptorRing) -> Descriptor? {
    spec.descriptors.first { $0.name.value == ring.descriptor.value }
  }
}
