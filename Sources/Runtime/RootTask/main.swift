#if os(none)
  import CRootTaskStack
  import CStart
  import CapabilityBroker
  import ComponentInterface
  import ImageFormat
  import SeL4
  import SystemManifest

  /// Starts everything, from what the kernel hands to the first thread.
  enum RootTask {
    /// The longest archive behind the root task's image, in bytes.
    static let archiveLimit = 16 << 20

    /// Runs the root task; comes back only when nothing can be started at all.
    static func run() {
      guard let start = unsafe dddk_start_argument() else { return }
      guard let bootInfo = try? BootInfo(at: UInt(bitPattern: start)) else { return }
      IPCBuffer.set(address: bootInfo.ipcBufferAddress)
      guard let (archive, manifest) = contents(bootInfo) else { return }
      // A board whose kernel hands over no device tree has its own in the archive.
      let broker = unsafe CapabilityBroker(bootInfo, ownTree: archive.file(named: "device-tree"))
      var log = LogRing()
      logBoot(broker, &log)
      guard
        var supervisor = try? Supervisor(
          broker: broker, manifest: manifest, archive: archive, log: log)
      else { return }
      supervisor.readInterruptPins(bootInfo)
      supervisor.startAll()
      supervisor.run()
    }

    /// The archive behind the image, and the manifest in it.
    private static func contents(_ bootInfo: BootInfo) -> (Archive, ManifestView)? {
      // Safety: the image's last frame ends where the kernel put the IPC buffer; the archive lies before it.
      guard let start = unsafe dddk_image_end() else { return nil }
      let first = UInt(bitPattern: start)
      let end = UInt(bitPattern: unsafe dddk_image_start()) + UInt(bootInfo.userImageFrames.count) << 12
      guard first < end, end - first <= UInt(archiveLimit) else { return nil }
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(end - first))
      guard let archive = unsafe try? Archive(checking: bytes),
        let file = unsafe archive.file(named: "manifest"),
        let manifest = unsafe try? ManifestView(file)
      else { return nil }
      return (archive, manifest)
    }

    private static func logBoot(_ broker: borrowing CapabilityBroker, _ log: inout LogRing) {
      var line = LogText()
      line.append("root task: ")
      line.append(decimal: broker.bytesTotal >> 10)
      line.append(" KiB of memory, ")
      line.append(decimal: UInt64(broker.slotsTotal))
      line.append(" slots")
      log.append(line)
      if broker.untypedLost > 0 {
        var line = LogText()
        line.append("root task: no room to keep ")
        line.append(decimal: UInt64(broker.untypedLost))
        line.append(" pieces of untyped memory")
        log.append(line)
      }
      if broker.treeError != nil {
        var line = LogText()
        line.append("root task: the device tree cannot be read")
        log.append(line)
      }
    }
  }

  RootTask.run()
#endif
