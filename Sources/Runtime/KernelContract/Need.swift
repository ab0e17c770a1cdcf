import CKernelContract

/// What a case takes for granted that not every processor, kernel or controller brings.
enum Need {
  /// Calls that clean and invalidate caches.
  case cacheCalls
  /// A register of a thread that holds the processor's state.
  case stateRegister
  /// A fault status that tells at which level of the tables an address was not found.
  case faultLevels
  /// A page can be mapped over another.
  case mappingOver
  /// It cannot.
  case mappingOnce
  /// The root of an address space is an object of a type of its own.
  case rootOfItsOwn
  /// It is a page table like the others.
  case tableAsRoot
  /// Each level of tables is a type of its own.
  case tableTypes
  /// A page can be mapped so that nothing on it is executed.
  case executeNever
  /// Handlers of interrupts are asked for by number.
  case numbers
  /// They are asked for by the pin of a controller, and by messages; and there are I/O ports.
  case pins
  case ports
  /// Bases of segments, which are registers of a thread, and instructions that interrupt.
  case segments
  /// Interrupts are counted from 1.
  case interruptsFromOne
  /// A controller that forgets a level that has fallen, and sees one that has stayed.
  case levels
  /// One that keeps what a line asked for, asks no line again, and holds no interrupt until it is acknowledged.
  case keptInterrupts

  /// Whether it is there.
  var isMet: Bool {
    switch self {
    case .cacheCalls: DDDK_hasCacheCalls != 0
    case .stateRegister: DDDK_contextState >= 0
    case .faultLevels: DDDK_tellsFaultLevels != 0
    case .mappingOver: DDDK_mapsOverPages != 0
    case .mappingOnce: DDDK_mapsOverPages == 0
    case .rootOfItsOwn: DDDK_rootIsPageTable == 0
    case .tableAsRoot: DDDK_rootIsPageTable != 0
    case .tableTypes, .segments: DDDK_hasTableTypes != 0
    case .executeNever: DDDK_hasExecuteNever != 0
    case .numbers: DDDK_takesPins == 0
    case .pins: DDDK_takesPins != 0
    case .ports: DDDK_serialPorts != 0
    case .interruptsFromOne: DDDK_firstInterrupt == 1
    case .levels: DDDK_keepsInterrupts == 0
    case .keptInterrupts: DDDK_keepsInterrupts != 0
    }
  }

  /// Why a case that needs it is left out where it is not there.
  var missing: StaticString {
    switch self {
    case .cacheCalls: "caches are coherent, and the kernel has no call for them"
    case .stateRegister: "no register of a thread holds the processor's state"
    case .faultLevels: "the status of a fault tells no level"
    case .mappingOver: "a page is not mapped over another"
    case .mappingOnce: "a page is mapped over another"
    case .rootOfItsOwn: "the root of an address space is a page table"
    case .tableAsRoot: "the root of an address space is an object of its own"
    case .tableTypes: "tables of all levels are of one type"
    case .executeNever: "every page that may be read may be executed"
    case .numbers: "handlers are asked for by pin"
    case .pins: "handlers are asked for by number"
    case .ports: "there are no I/O ports"
    case .segments: "there are no segments"
    case .interruptsFromOne: "there is an interrupt 0"
    case .levels: "the interrupt controller keeps what a line asked for, and looks at no line again"
    case .keptInterrupts: "the interrupt controller looks at the line itself"
    }
  }
}
