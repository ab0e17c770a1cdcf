/// The stable name of one kind of diagnostic, printed in brackets after its message.
///
/// This is the one list of codes. A code is never renamed or given another meaning; docs/diagnostics/CODE.md explains
/// each, and a bad spec in the tests shows each.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // Files and YAML.
  case fileTooLarge = "file-too-large"
  case notUTF8 = "not-utf8"
  case forbiddenCharacter = "forbidden-character"
  case yamlSyntax = "yaml-syntax"
  case yamlFeature = "yaml-feature"
  case yamlTooDeep = "yaml-too-deep"
  case yamlTooLong = "yaml-too-long"
  case duplicateKey = "duplicate-key"

  // Shapes and values, of driver specs and system files alike.
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongShape = "wrong-shape"
  case badNumber = "bad-number"
  case badRange = "bad-range"
  case unknownChoice = "unknown-choice"
  case unsupportedVersion = "unsupported-version"

  // Driver specs: how they are written.
  case keyConflict = "key-conflict"
  case badCondition = "bad-condition"
  case badExpression = "bad-expression"
  case blocksTooDeep = "blocks-too-deep"
  case unknownBase = "unknown-base"
  case unknownBaseField = "unknown-base-field"
  case likeCycle = "like-cycle"
  case badBits = "bad-bits"
  case badReference = "bad-reference"
  case badResource = "bad-resource"
  case stepSyntax = "step-syntax"

  // Driver specs: names.
  case badName = "bad-name"
  case duplicateName = "duplicate-name"
  case reservedWord = "reserved-word"
  case textNotOneLine = "text-not-one-line"

  // Driver specs: the device and its resources.
  case deviceNotFindable = "device-not-findable"
  case badRegionSize = "bad-region-size"
  case resourceNamedTwice = "resource-named-twice"
  case resourceIndexSkipped = "resource-index-skipped"
  case tooManyResources = "too-many-resources"
  case irqWithoutTrigger = "irq-without-trigger"
  case defaultOutsideRange = "default-outside-range"
  case badPCIId = "bad-pci-id"
  case badACPIId = "bad-acpi-id"
  case badVirtioId = "bad-virtio-id"
  case pciResource = "pci-resource"
  case badWindow = "bad-window"
  case badProperty = "bad-property"

  // Driver specs: registers and fields.
  case unsupportedWidth = "unsupported-width"
  case unknownRegion = "unknown-region"
  case registerOutsideRegion = "register-outside-region"
  case registersOverlap = "registers-overlap"
  case offsetMisaligned = "offset-misaligned"
  case resetTooWide = "reset-too-wide"
  case fieldOutsideRegister = "field-outside-register"
  case fieldsOverlap = "fields-overlap"
  case accessContradiction = "access-contradiction"
  case valueTooWide = "value-too-wide"
  case valueNamedTwice = "value-named-twice"
  case registersUnordered = "registers-unordered"
  case fieldsUnordered = "fields-unordered"

  // Driver specs: arrays and blocks.
  case badStride = "bad-stride"
  case offsetOutOfReach = "offset-out-of-reach"
  case tooManyRegisters = "too-many-registers"
  case unknownBlock = "unknown-block"
  case blockUnused = "block-unused"
  case unknownAlternate = "unknown-alternate"
  case alternateApart = "alternate-apart"

  // Driver specs: banks, locks and posted writes.
  case unknownBank = "unknown-bank"
  case bankNotSwitchable = "bank-not-switchable"
  case bankCycle = "bank-cycle"
  case bankLeftSwitched = "bank-left-switched"
  case unknownLock = "unknown-lock"
  case badLock = "bad-lock"
  case lockUnused = "lock-unused"
  case badReadBack = "bad-read-back"

  // Driver specs: what fields hold.
  case fieldPartsOverlap = "field-parts-overlap"
  case badFraction = "bad-fraction"
  case badFieldRange = "bad-field-range"
  case badQuantity = "bad-quantity"
  case valueUnreachable = "value-unreachable"
  case valuesDirection = "values-direction"
  case onlyValuesUnnamed = "only-values-unnamed"
  case badReserved = "bad-reserved"

  // Driver specs: interrupts.
  case unknownInterrupt = "unknown-interrupt"
  case interruptNotServed = "interrupt-not-served"
  case unknownInterruptRegister = "unknown-interrupt-register"
  case interruptAccess = "interrupt-access"
  case unknownCauseField = "unknown-cause-field"
  case causeFieldShared = "cause-field-shared"
  case causeBitMissing = "cause-bit-missing"
  case causeWithoutStatus = "cause-without-status"
  case causesNotRepeated = "causes-not-repeated"
  case unknownCauseValue = "unknown-cause-value"
  case badCause = "bad-cause"
  case causeSettable = "cause-settable"

  // Driver specs: sequences.
  case unknownTarget = "unknown-target"
  case stepAccess = "step-access"
  case modifyUnreadable = "modify-unreadable"
  case modifyClears = "modify-clears"
  case hiddenReadEffect = "hidden-read-effect"
  case readWithoutEffect = "read-without-effect"
  case unknownReset = "unknown-reset"
  case fieldWrittenTwice = "field-written-twice"
  case literalTooWide = "literal-too-wide"
  case constantOverflow = "constant-overflow"
  case unknownValue = "unknown-value"
  case letShadows = "let-shadows"
  case letUnused = "let-unused"
  case unboundedWait = "unbounded-wait"
  case unknownHook = "unknown-hook"
  case hookUnused = "hook-unused"
  case writeStartUnsaid = "write-start-unsaid"
  case preservedBitsLost = "preserved-bits-lost"
  case reservedBitsWritten = "reserved-bits-written"
  case valueNotAllowed = "value-not-allowed"
  case writeOnceTwice = "write-once-twice"
  case badIndex = "bad-index"
  case badCall = "bad-call"
  case callCycle = "call-cycle"
  case loopBound = "loop-bound"
  case badDelay = "bad-delay"
  case quiesceWaits = "quiesce-waits"
  case sequenceParameters = "sequence-parameters"
  case probeContradictsReset = "probe-contradicts-reset"
  case comparisonDecided = "comparison-decided"

  // Driver specs: memory that driver and device share.
  case badPool = "bad-pool"
  case badDescriptor = "bad-descriptor"
  case unknownRingPart = "unknown-ring-part"
  case badRing = "bad-ring"
  case badOwner = "bad-owner"

  // Driver specs: waivers.
  case badWaiver = "bad-waiver"
  case waiverUnused = "waiver-unused"

  // Driver specs: the class.
  case classWithoutBinding = "class-without-binding"
  case classWithoutSequence = "class-without-sequence"
  case unknownBindingField = "unknown-binding-field"
  case bindingAccess = "binding-access"
  case bindingWidth = "binding-width"
  case unknownCause = "unknown-cause"
  case bindingEnable = "binding-enable"
  case lineErrorStays = "line-error-stays"

  // System files.
  case badComponent = "bad-component"
  case badComponentName = "bad-component-name"
  case unknownBoard = "unknown-board"
  case unknownDriver = "unknown-driver"
  case unknownProgram = "unknown-program"
  case unknownComponent = "unknown-component"
  case unknownPort = "unknown-port"
  case portNotConnected = "port-not-connected"
  case notAServer = "not-a-server"
  case useCycle = "use-cycle"
  case priorityOutOfRange = "priority-out-of-range"
  case stackOutOfRange = "stack-out-of-range"
  case unknownParameter = "unknown-parameter"
  case parameterOutOfRange = "parameter-out-of-range"
  case ringSize = "ring-size"
  case tooManyComponents = "too-many-components"
  case tooManyChannels = "too-many-channels"
  case unknownDevice = "unknown-device"
  case deviceMismatch = "device-mismatch"
  case deviceDisabled = "device-disabled"
  case deviceTaken = "device-taken"
  case deviceLacksRegion = "device-lacks-region"
  case deviceLacksInterrupt = "device-lacks-interrupt"
  case deviceLacksClock = "device-lacks-clock"
  case deviceProperty = "device-property"
  case deviceTrigger = "device-trigger"
  case sharedPage = "shared-page"
  case interruptTaken = "interrupt-taken"

  // Files that specs are made from: SVD and device trees.
  case xmlSyntax = "xml-syntax"
  case xmlFeature = "xml-feature"
  case xmlTooLong = "xml-too-long"
  case svdUnknownElement = "svd-unknown-element"
  case svdMissingElement = "svd-missing-element"
  case svdBadValue = "svd-bad-value"
  case svdUnknownReference = "svd-unknown-reference"
  case svdTooLarge = "svd-too-large"
  case badDeviceTree = "bad-device-tree"

  /// What a mistake is about, and so whether the JSON Schema knows it.
  public enum Form: Sendable {
    /// The bytes, or YAML itself: a schema never sees them.
    case bytes
    /// Keys, and what each takes: the schema refuses it too.
    case shape
    /// What a step, a condition or an expression says: text to the schema.
    case phrase
    /// What the spec means: no schema can know it.
    case meaning
  }

  /// What a mistake with this code is about.
  public var form: Form {
    switch self {
    case .unknownKey, .missingKey, .wrongShape, .badNumber, .badRange, .unknownChoice, .unsupportedVersion,
      .keyConflict, .badBits, .badResource:
      .shape
    case .stepSyntax, .badCondition, .badExpression, .badReference: .phrase
    default: area == .yaml ? .bytes : .meaning
    }
  }

  /// Who refuses, and so who tests it.
  public enum Area: Sendable { case yaml, driver, system, imported }

  /// Who refuses with this code.
  public var area: Area {
    switch self {
    case .fileTooLarge, .notUTF8, .forbiddenCharacter, .yamlSyntax, .yamlFeature, .yamlTooDeep, .yamlTooLong,
      .duplicateKey:
      .yaml
    case .badComponent, .badComponentName, .unknownBoard, .unknownDriver, .unknownProgram, .unknownComponent,
      .unknownPort, .portNotConnected, .notAServer, .useCycle, .priorityOutOfRange, .stackOutOfRange,
      .unknownParameter, .parameterOutOfRange, .ringSize, .tooManyComponents, .tooManyChannels,
      .unknownDevice, .deviceMismatch, .deviceDisabled,
      .deviceTaken, .deviceLacksRegion, .deviceLacksInterrupt, .deviceLacksClock, .deviceProperty,
      .deviceTrigger, .sharedPage,
      .interruptTaken:
      .system
    case .xmlSyntax, .xmlFeature, .xmlTooLong, .svdUnknownElement, .svdMissingElement, .svdBadValue,
      .svdUnknownReference, .svdTooLarge, .badDeviceTree:
      .imported
    default: .driver
    }
  }

  /// Whether a spec may waive it for a register, block, field or sequence, with a reason: a driver can be made all the same.
  public var isWaivable: Bool {
    switch self {
    case .resourceIndexSkipped, .registersUnordered, .fieldsUnordered, .registersOverlap, .offsetMisaligned,
      .alternateApart,
      .fieldsOverlap, .valueUnreachable,
      .causeBitMissing, .causeSettable,
      .modifyClears, .hiddenReadEffect, .readWithoutEffect, .letUnused, .writeStartUnsaid, .preservedBitsLost,
      .reservedBitsWritten, .writeOnceTwice, .bankLeftSwitched, .quiesceWaits:
      true
    default: false
    }
  }
}
