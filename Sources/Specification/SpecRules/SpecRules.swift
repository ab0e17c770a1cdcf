public import Diagnostics
@_spi(SpecRules) public import DriverSpec

/// Judges driver specs.
public enum SpecRules {
  /// Every rule.
  ///
  /// Their order is of no matter but for the last: diagnostics come in source order.
  static let all: [any Rule.Type] = [
    NamesAreIdentifiers.self,
    NamesAreNotReserved.self,
    NamesAreUnique.self,
    TextsAreOneLine.self,
    DevicesCanBeFound.self,
    RegionsAreNotEmpty.self,
    ResourcesAreDistinct.self,
    ResourcesSkipNoEntry.self,
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
    LineErrorsGoAway.self,
    PCIIdsFit.self,
    ACPIIdsAreWellFormed.self,
    VirtioIdsAreDevices.self,
    PCIResourcesHaveTheirFunction.self,
    RegistersCanBeReached.self,
    PropertiesAreNamed.self,
    ArrayElementsAreApart.self,
    OffsetsAreInReach.self,
    RegistersCanBeListed.self,
    BlocksExist.self,
    BlocksAreUsed.self,
    BlocksAreNotTooDeep.self,
    AlternatesExist.self,
    AlternatesShareTheirPlace.self,
    BankFieldsExist.self,
    BanksCanBeSwitched.self,
    BanksAreNotCyclic.self,
    StepsRestoreTheirBank.self,
    LocksAreDeclared.self,
    LocksCanBeOpened.self,
    LocksAreUsed.self,
    ReadBacksHaveNoEffect.self,
    FieldPartsDoNotOverlap.self,
    FractionsFitTheirField.self,
    RangesFitTheirField.self,
    QuantitiesCanBeCalculated.self,
    ValuesCanBeTold.self,
    ValuesHaveTheirDirection.self,
    OnlyNamedValuesHaveNames.self,
    ReservedBitsAreFree.self,
    InterruptsWithoutStatusHaveOneCause.self,
    EncodedCausesAreAskedAgain.self,
    CauseValuesExist.self,
    CausesNameTheirWays.self,
    CausesAreToldByTheDevice.self,
    WritesSayTheirStart.self,
    PreservedBitsAreKept.self,
    ReservedBitsAreWrittenAsSaid.self,
    ConstantsAreAllowedInTheirField.self,
    WriteOnceIsWrittenOnce.self,
    IndicesNameOneElement.self,
    CallsNameSequences.self,
    CallsDoNotRecurse.self,
    LoopsAreBounded.self,
    DelaysAreBounded.self,
    QuiesceDoesNotWait.self,
    WellKnownSequencesTakeNothing.self,
    DMAPoolsCanBeGranted.self,
    DescriptorWordsFit.self,
    RingsNameWhatExists.self,
    RingsFitTheirPool.self,
    RingsHandOverEntries.self,
    RegistersStandInOrder.self,
    FieldsStandInOrder.self,
    ProbesHoldAfterReset.self,
    ComparisonsAreOpen.self,
    WaiversNameRules.self,
    // Waivers are judged by what the rules before have said.
    WaiversSilenceSomething.self,
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
