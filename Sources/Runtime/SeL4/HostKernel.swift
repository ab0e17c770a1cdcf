#if !os(none)
  /// What answers system calls when the module runs on the host: the kernel's host model, or a test's own.
  ///
  /// Bound for the current task, so that tests run side by side, each with a kernel of its own:
  /// `HostKernel.$current.withValue(kernel) { … }`.
  public struct HostKernel: @unchecked Sendable {
    /// The kernel that answers the current task.
    @TaskLocal public static var current: HostKernel?

    /// Answers one system call: its number, and the registers as the caller left them, to be replaced by what
    /// the caller shall see.
    public let systemCall: (_ number: Int, _ registers: inout SystemCallRegisters) -> Void

    /// Reads the word at an offset in bytes of the calling thread's IPC buffer.
    public let loadIPCBuffer: (_ offset: Int) -> Word

    /// Writes the word at an offset in bytes of the calling thread's IPC buffer.
    public let storeIPCBuffer: (_ offset: Int, _ value: Word) -> Void

    /// A kernel made of what it does; the closures run on the calling task only.
    public init(
      systemCall: @escaping (_ number: Int, _ registers: inout SystemCallRegisters) -> Void,
      loadIPCBuffer: @escaping (_ offset: Int) -> Word,
      storeIPCBuffer: @escaping (_ offset: Int, _ value: Word) -> Void
    ) {
      self.systemCall = systemCall
      self.loadIPCBuffer = loadIPCBuffer
      self.storeIPCBuffer = storeIPCBuffer
    }

    static var required: HostKernel {
      guard let current else { fatalError("a system call on the host, and no HostKernel is bound") }
      return current
    }
  }
#endif
