#if os(none)
  import CapabilityBroker
  import ComponentInterface
  import SeL4

  // What firmware says of interrupts, on a PC.
  extension Supervisor {
    /// Reads where the lines of interrupts come to out of ACPI's tables; where the kernel hands over no root pointer, or
    /// the tables are broken, each line is taken to come to the pin of its number, and the log says so.
    mutating func readInterruptPins(_ bootInfo: BootInfo) {
      guard IRQControl.takesPins else { return }
      var reader = FirmwareReader()
      do throws(InterruptPins.Malformed) {
        guard let root = unsafe bootInfo.rootPointer else { throw .rootPointer }
        // Safety: the kernel mapped the chunk for good, and nobody writes to it.
        broker.pins = try unsafe InterruptPins(root: root) { address in
          reader.byte(at: address, &broker, &memory)
        }
      } catch {
        var line = LogText()
        line.append("root task: firmware's table of interrupt controllers cannot be read")
        log.append(line)
      }
      reader.end(&broker)
    }
  }

  /// Reads firmware's tables, a page at a time.
  struct FirmwareReader: ~Copyable {
    /// The page that is mapped.
    private var page: UInt64 = 0
    /// The page's grant, while one is mapped.
    private var lease: RegionLease?

    /// The byte at a physical address; nil where the kernel handed its page out as memory, or not at all.
    mutating func byte(
      at address: UInt64, _ broker: inout CapabilityBroker, _ memory: inout ObjectMemory
    ) -> UInt8? {
      let wanted = address & ~4095
      if lease == nil || wanted != page {
        end(&broker)
        guard var next = try? broker.requestPage(at: wanted) else { return nil }
        let isMapped =
          (try? next.map(into: .rootTask, at: RootLayout.firmwarePage, pagingFrom: &memory)) != nil
        page = wanted
        lease = consume next
        guard isMapped else {
          end(&broker)
          return nil
        }
      }
      return MappedPage(address: RootLayout.firmwarePage).load(at: Int(address & 4095), as: UInt8.self)
    }

    /// Gives the page back.
    mutating func end(_ broker: inout CapabilityBroker) {
      // A page that is revoked is in no address space any more.
      if let lease = lease.take() { _ = try? broker.release(lease) }
    }
  }
#endif
