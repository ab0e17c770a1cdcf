public import ComponentInterface

/// The component's counters in the page that the supervisor reads.
@safe
public struct ComponentStatistics {
  private let page: UnsafeMutablePointer<StatisticsPage>

  /// Counts in `page`.
  ///
  /// - Safety: the page stays writable while the value is used, and only this program's one thread writes it.
  @unsafe
  public init(_ page: UnsafeMutablePointer<StatisticsPage>) { unsafe self.page = unsafe page }

  /// The counters as they stand.
  public var counters: StatisticsPage {
    // Safety: the initialiser's caller vouched for the page.
    get { unsafe page.pointee }
    nonmutating _modify { yield unsafe &page.pointee }
  }

  /// Counts a received character's errors.
  @inline(never)
  func count(_ errors: LineErrors) {
    if errors.contains(.framing) { counters.framingErrors &+= 1 }
    if errors.contains(.parity) { counters.parityErrors &+= 1 }
    if errors.contains(.break) { counters.breaks &+= 1 }
    if errors.contains(.overrun) { counters.overruns &+= 1 }
  }
}
