import CapabilityBroker

/// Why a component cannot be started.
enum StartError: Error {
  /// The archive has no file of the name that the manifest says.
  case imageMissing
  /// The file is no ELF program for this machine, or is broken.
  case imageUnreadable
  /// A segment lies where no program may lie.
  case segmentOutsideSpace(address: UInt64)
  /// A segment could be written and executed.
  case segmentWritableAndExecutable(address: UInt64)
  /// It takes part in more channels than it has slots for peers.
  case tooManyChannels
  /// A resource is missing.
  case broker(BrokerError)
}
