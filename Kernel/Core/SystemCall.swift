/// A system call's number, as the caller puts it into its register.
///
/// Corresponds to `seL4_Syscall_ID`, non-MCS.
enum SystemCall: Int {
  case call = -1
  case replyReceive = -2
  case send = -3
  case nonBlockingSend = -4
  case receive = -5
  case reply = -6
  case yield = -7
  case nonBlockingReceive = -8
}
