public import Diagnostics
@_spi(SpecRules) public import DriverSpec

/// Judges driver specs.
public enum SpecRules {
  /// Every rule.
  ///
  /// Their order is of no matter: diagnostics come in source order.
  static let all: [any Rule.Type] = [
    NamesAreIdentifiers.self,
    NamesAreNotReserved.self,
    NamesAreUnique.self,
    TextsAreOneLine.self,
    DevicesCanBeFound.self,
    RegionsAreNotEmpty.self,
    ResourcesAreDistinct.self,
    ResourcesFitAComponent.self,
    InterruptsSayTheirTrigger.self,
    DefaultsLieInTheirRange.self,
    RegisterWidthsAreSupported.self,
    RegistersNameTheirRegion.self,
    RegistersFitTheirRegion.self,
    RegistersDoNotOverlap.self,
    OffsetsAreAligned.self,
    ResetsFitTheirRegister.self,
    FieldsFitTheirRegister.self,
    FieldsDoNotOverlap.self,
    FieldAccessFollowsRegister.self,
    EnumeratedValuesFitTheirField.self,
    EnumeratedValuesAreDistinct.self,
    InterruptsServeALine.self,
    LinesAreServed.self,
    InterruptsNameRegisters.self,
    InterruptRegistersAreUsable.self,
    CausesNameStatusFields.self,
    CausesDoNotShareFields.self,
    CausesHaveTheirBits.self,
    StepsNameWhatExists.self,
    StepsRespectAccess.self,
    ModifiedRegistersAreReadable.self,
    ModifiesClearNothing.self,
    HiddenReadsHaveNoEffect.self,
    ReadsHaveTheirEffect.self,
    ResetWritesKnowTheReset.self,
    FieldsAreWrittenOnce.self,
    ConstantsFitTheirTarget.self,
    ConstantsCanBeCalculated.self,
    ValuesAreKnown.self,
    LetsDoNotShadow.self,
    LetsAreUsed.self,
    WaitsAreBounded.self,
    HooksAreDeclared.self,
    HooksAreUsed.self,
    ClassesHaveTheirBinding.self,
    ClassesHaveTheirSequences.self,
    BindingsNameWhatExists.self,
    BindingsRespectAccess.self,
    BindingsHaveTheirWidth.self,
    BindingsNameTheirCause.self,
    BindingsEnableTheirCause.self,
  ]

  /// Holds a spec against every rule.
  ///
  /// Never traps, whatever the spec; one that could be read only in part is judged as far as it goes.
  ///
  /// - Parameters:
  ///   - spec: the spec.
  ///   - unread: what the file declares and the spec does not hold.
  ///   - collector: takes what is wrong; it may hold what the reader found already.
  /// - Returns: the checked spec, or `nil` where the collector has an error, be it the reader's or a rule's.
  public static func check(
    _ spec: DriverSpec, unread: UnreadParts = UnreadParts(), into collector: DiagnosticCollector
  ) -> CheckedDriverSpec? {
    let subject = RuleSubject(spec, unread: unread, into: collector)
    for rule in all { rule.check(subject) }
    guard !collector.hasErrors, unread.isEmpty else { return nil }
    return CheckedDriverSpec(afterEveryRule: spec, subject.map)
  }
}
