#if os(none)
  import CapabilityBroker
  import ComponentInterface
  import SeL4
  import SystemManifest

  // Faults and restarts.
  extension Supervisor {
    /// A component faulted: report it, and give it a new life unless it crashes again and again.
    mutating func fault(_ index: Int, _ fault: Fault?) {
      guard components[index].state == .running else { return }
      log.append(
        FaultReport.line(
          fault, entry: manifest.component(index), regions: components[index].regions))
      components[index].failure = nil
      end(index)
    }

    /// A driver says that it cannot go on: the same as a fault, with its own words for it.
    ///
    /// What it said at the end of its last life as well is not said again.
    mutating func fail(_ index: Int, _ failure: DriverFailure) {
      guard components[index].state == .running else { return }
      if components[index].failure != failure {
        var line = LogText()
        line.append(manifest.component(index).name)
        line.append(": ")
        line.append(failure)
        log.append(line)
        components[index].failure = failure
      }
      end(index)
    }

    private mutating func end(_ index: Int) {
      tearDown(index)
      if components[index].crashes.mayRestart(progress: statistics(index).progress) {
        restart(index)
      } else {
        holdDown(index)
      }
    }

    /// Builds a component anew and tells its peers.
    mutating func restart(_ index: Int) {
      components[index].state = .restarting
      components[index].restarts &+= 1
      renewChannels(of: index)
      do throws(StartError) {
        try build(index)
        resume(index)
      } catch {
        components[index].state = .stopped
        logFailure(index, error)
      }
      signalPeers(of: index)
    }

    /// Leaves a component without a life until somebody starts it.
    private mutating func holdDown(_ index: Int) {
      components[index].state = .heldDown
      var line = LogText()
      line.append(manifest.component(index).name)
      line.append(": held down after ")
      line.append(decimal: UInt64(CrashBound.limit))
      line.append(" starts without progress; `start ")
      line.append(manifest.component(index).name)
      line.append("` starts it")
      log.append(line)
      signalPeers(of: index)
    }

    /// Gives every channel of a component a new generation, so that both ends attach anew.
    private mutating func renewChannels(of index: Int) {
      var place = 0
      while place < components[index].channelCount {
        let channel = components[index].channels[place].channel
        channels[channel].generation &+= 1
        channelHeader(channel).store(
          channels[channel].generation, at: ChannelHeader.generationOffset)
        place += 1
      }
    }

    /// Wakes the other ends of a component's channels.
    private mutating func signalPeers(of index: Int) {
      var place = 0
      while place < components[index].channelCount {
        let end = components[index].channels[place]
        let peer = end.isServer ? channels[end.channel].toClient : channels[end.channel].toServer
        Notification(RootSlots.pointer(peer)).signal()
        place += 1
      }
    }
  }
#endif
