extension SupervisorMessage {
  /// A reply that grants a request that has no answer but that.
  public static var granted: SupervisorMessage { SupervisorMessage(label: 0) }

  /// A reply that refuses a request.
  public static func refused(_ error: SupervisorError) -> SupervisorMessage {
    SupervisorMessage(label: error.rawValue)
  }

  /// Throws the refusal that a reply carries, or ``SupervisorError/malformed`` for a label that none has.
  public func checkGranted() throws(SupervisorError) {
    guard label != 0 else { return }
    throw SupervisorError(rawValue: label) ?? .malformed
  }
}
