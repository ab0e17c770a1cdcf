import CKernelContract
import CSeL4
import SeL4

/// What stands at a level of an address space below its root: most processors have one type for all, and one pair of
/// calls.
struct Table {
  let type: ObjectType
  let map: Request
  let unmap: Request

  /// How many types there are.
  static var types: Int { Need.tableTypes.isMet ? 3 : 1 }

  /// The table of level `level`, counted from 0 right below the root; behind the last it is the last once more.
  init(_ level: Int) {
    switch level + (Need.tableTypes.isMet ? 0 : 2) {
    case 0:
      type = ObjectType(rawValue: Word(SeL4_objectUpperTable))
      (map, unmap) = (.upperTableMap, .upperTableUnmap)
    case 1:
      type = ObjectType(rawValue: Word(SeL4_objectMiddleTable))
      (map, unmap) = (.middleTableMap, .middleTableUnmap)
    default:
      type = .pageTable
      (map, unmap) = (.pageTableMap, .pageTableUnmap)
    }
  }
}
