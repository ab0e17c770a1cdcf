import CapabilityBroker
import ComponentInterface
import SeL4

/// One component as the root task keeps it: what it holds for one life, and what outlives a restart.
struct Component: ~Copyable {
  /// Whether it runs.
  var state: ComponentStatus.State = .stopped
  /// How often it was restarted.
  var restarts: UInt32 = 0
  /// How often it crashed without progress.
  var crashes = CrashBound()
  /// Why its last life ended, where it said so itself.
  var failure: DriverFailure?
  /// What everything of one life is made from; nil until the component was built once.
  var objects: ObjectMemory?
  /// What outlives a restart; nil until the component was prepared.
  var kept: KeptObjects?
  /// Its device, where it is a driver.
  var device: DeviceLease?
  /// Where its device regions are mapped, for fault reports.
  var regions = MappedRegions()
  /// The channels that it takes part in, in the manifest's order.
  var channels = InlineArray<8, ChannelPlace>(repeating: ChannelPlace())
  /// How many channels it takes part in.
  var channelCount = 0
  /// The thread's slot, in this life.
  var thread: UInt = 0
}

/// A component's end of a channel.
struct ChannelPlace: BitwiseCopyable {
  /// The channel's number in the manifest.
  var channel = 0
  /// Which end it is.
  var isServer = false
}

/// What a component keeps across its lives: its notification and its counters.
///
/// Peers and interrupts hold capabilities to the notification, so it must not go with the component.
struct KeptObjects: ~Copyable {
  /// Memory of both.
  var memory: ObjectMemory
  /// The notification's slot, with all rights and no badge.
  let notification: UInt
  /// A capability to it with the control bit as badge.
  let control: UInt
  /// The component's capability to its statistics page; the root task's own is another one.
  let statistics: UInt
  /// Physical address of the statistics page.
  let statisticsAddress: UInt64
}

/// A channel as the root task keeps it.
struct Channel: ~Copyable {
  /// Its memory; nil until it was made.
  var lease: ChannelLease?
  /// The component that serves it, and which of its channels it is there.
  var server = 0
  var serverPlace = 0
  /// The component that uses it, and which of its channels it is there.
  var client = 0
  var clientPlace = 0
  /// Grows whenever either end is rebuilt.
  var generation: UInt32 = 1
  /// Signals the server, with the badge of this channel; the client holds a copy.
  var toServer: UInt = 0
  /// Signals the client, with the badge of this channel; the server holds a copy.
  var toClient: UInt = 0
}
