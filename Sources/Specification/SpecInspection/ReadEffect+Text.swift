import DriverSpec

extension ReadEffect {
  /// In the words of a spec: `clears`, `sets`, or what the author says.
  var text: String {
    switch self {
    case .clears: "clears"
    case .sets: "sets"
    case .changes(let what): what
    }
  }
}
