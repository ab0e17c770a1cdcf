import Diagnostics

/// The board is one that the kit can build for.
func boardsAreKnown(_ system: JudgedSystem) {
  let board = system.spec.board
  guard !board.value.isEmpty, !system.catalogue.boards.contains(board.value) else { return }
  system.refuse(
    .unknownBoard, "there is no board \(board.value.quoted)", at: board.place,
    fix: Suggestion.fix(for: board.value, among: system.catalogue.boards))
}
