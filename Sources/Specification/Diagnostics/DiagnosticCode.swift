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
  case tooManyResources = "too-many-resources"
  case irqWithoutTrigger = "irq-without-trigger"
  case defaultOutsideRange = "default-outside-range"

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

  // Driver specs: interrupts.
  case unknownInterrupt = "unknown-interrupt"
  case interruptNotServed = "interrupt-not-served"
  case unknownInterruptRegister = "unknown-interrupt-register"
  case interruptAccess = "interrupt-access"
  case unknownCauseField = "unknown-cause-field"
  case causeFieldShared = "cause-field-shared"
  case causeBitMissing = "cause-bit-missing"

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

  // Driver specs: the class.
  case classWithoutBinding = "class-without-binding"
  case classWithoutSequence = "class-without-sequence"
  case unknownBindingField = "unknown-binding-field"
  case bindingAccess = "binding-access"
  case bindingWidth = "binding-width"
  case unknownCause = "unknown-cause"
  case bindingEnable = "binding-enable"

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
}
