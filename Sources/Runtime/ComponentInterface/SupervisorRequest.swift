/// What a component may ask of its supervisor, with `seL4_Call` on ``ComponentSlot/supervisor``.
///
/// Labels below ``firstLabel`` are faults, which the kernel sends.
public enum SupervisorRequest: Sendable, Equatable {
  /// The component with this index: answered by a ``ComponentStatus``.
  case component(index: UInt32)
  /// The counters of a component: answered by a ``StatisticsPage``.
  case statistics(component: UInt32)
  /// Ask a component to fault: sets its control word and signals it. The answer has no words.
  case crash(component: UInt32)
  /// Start a component that is held down or stopped. The answer has no words.
  case start(component: UInt32)
  /// Log bytes from this offset on: answered by a ``LogChunk``.
  case readLog(offset: UInt64)
  /// The grant with this index, over all components: answered by a ``Grant``.
  case grant(index: UInt32)
  /// End the run, by a device that the board has for it; ``SupervisorError/notSupported`` where there is none.
  case quit
  /// What is in use and what is left: answered by a ``ResourceCount``.
  case resources
  /// A line for the log, without its line feed; the supervisor adds it, and shows control bytes as dots.
  case writeLog(LogText)

  /// Ask a component to note when it wakes: sets its control word to ``ControlWord/measure`` and signals it. The answer
  /// has no words; who may make a component fault may do this.
  case measure(component: UInt32)
  /// The driver ends: the supervisor logs why, and does what it does after a fault. There is no answer, and no
  /// permission is needed.
  case fail(DriverFailure)

  /// The label of ``component(index:)``; the others follow in the order of the cases.
  public static let firstLabel: UInt = 0x100

  /// The label of a message that the supervisor sends back as it came, before it looks at anything else; no
  /// permission is needed.
  public static let echoLabel: UInt = 0x1ff

  /// The label of ``writeLog(_:)``.
  public static let writeLogLabel: UInt = 0x108

  /// The label of ``fail(_:)``.
  public static let failLabel: UInt = 0x10a

  /// The message's label.
  public var label: UInt {
    switch self {
    case .component: 0x100
    case .statistics: 0x101
    case .crash: 0x102
    case .start: 0x103
    case .readLog: 0x104
    case .grant: 0x105
    case .quit: 0x106
    case .resources: 0x107
    case .writeLog: 0x108
    case .measure: 0x109
    case .fail: 0x10a
    }
  }

  /// What a manifest entry must allow for this request.
  public var permission: SupervisorPermissions {
    switch self {
    case .measure: .crash
    case .fail: []
    default: SupervisorPermissions(rawValue: 1 &<< UInt64(label - Self.firstLabel))
    }
  }

  /// The request as a message.
  public var message: SupervisorMessage {
    var message = SupervisorMessage(label: label)
    switch self {
    case .component(let index), .grant(let index): message.append(UInt64(index))
    case .statistics(let component), .crash(let component), .start(let component), .measure(let component):
      message.append(UInt64(component))
    case .readLog(let offset): message.append(offset)
    case .quit, .resources: break
    case .writeLog(let text): text.append(to: &message)
    case .fail(let failure): failure.append(to: &message)
    }
    return message
  }

  /// The request in a message; throws ``SupervisorError/unknownRequest`` or ``SupervisorError/malformed``.
  public init(_ message: SupervisorMessage) throws(SupervisorError) {
    switch message.label {
    case 0x100: self = .component(index: try Self.number(in: message))
    case 0x101: self = .statistics(component: try Self.number(in: message))
    case 0x102: self = .crash(component: try Self.number(in: message))
    case 0x103: self = .start(component: try Self.number(in: message))
    case 0x104:
      guard let offset = message.word(0) else { throw .malformed }
      self = .readLog(offset: offset)
    case 0x105: self = .grant(index: try Self.number(in: message))
    case 0x106: self = .quit
    case 0x107: self = .resources
    case 0x108: self = .writeLog(try LogText(message))
    case 0x109: self = .measure(component: try Self.number(in: message))
    case 0x10a: self = .fail(try DriverFailure(message))
    default: throw .unknownRequest
    }
  }

  private static func number(in message: SupervisorMessage) throws(SupervisorError) -> UInt32 {
    guard let word = message.word(0), let number = UInt32(exactly: word) else { throw .malformed }
    return number
  }
}
