/// The linker script of one role on one processor.
///
/// Segments are page-aligned, and no page is writable and executable. `__image_end` is the first page behind
/// the program: `BootImage` appends its segment there. Thread-local variables of these single-threaded programs
/// stand in the data segment itself, so that start code only points at them; the address is moved behind them by
/// hand, since the linker gives thread-local variables that are all zero no place of their own.
struct LinkerScript {
  let processor: Processor
  let role: FirmwareRole
  let address: ProgramAddress

  /// The script, for lld.
  var text: String {
    """
    /* The \(role.rawValue) of \(processor.name): written by dddk, do not edit. */
    ENTRY(_start)

    PHDRS {
      text PT_LOAD FLAGS(5);
      rodata PT_LOAD FLAGS(4);
      data PT_LOAD FLAGS(6);
      tls PT_TLS FLAGS(4);
    }

    SECTIONS {
      . = \(hexadecimal(address.virtual));
      __image_start = .;
      .text : AT(ADDR(.text) - \(offset)) {
        KEEP(*(.text.start))
        *(.text .text.*)
      } :text
      . = ALIGN(4096);
      .rodata : AT(ADDR(.rodata) - \(offset)) {
        QUAD(0)
        *(.rodata .rodata.* .srodata .srodata.*)
        *(.got .got.*)
        *(.data.rel.ro .data.rel.ro.*)
      } :rodata
      . = ALIGN(4096);
      .data : AT(ADDR(.data) - \(offset)) {
        *(.data .data.* .sdata .sdata.*)
      } :data
      .tdata ALIGN(16) : AT(ADDR(.tdata) - \(offset)) {
        *(.tdata .tdata.*)
        *(.tbss .tbss.*)
      } :data :tls
      __thread_storage = ADDR(.tdata);
      . = ADDR(.tdata) + SIZEOF(.tdata)\(threadSelf);
      . = ALIGN(16);
      .bss : AT(ADDR(.bss) - \(offset)) {
        __bss_start = .;
        *(.sbss .sbss.* .bss .bss.* COMMON)
        . = ALIGN(16);
        __bss_end = .;
      } :data
      . = ALIGN(4096);
      __image_end = .;
      __thread_pointer = \(threadPointer);

      /DISCARD/ : {
        *(.comment .note.* .eh_frame .eh_frame_hdr .swift_modhash .llvm_addrsig)
      }
    }

    """
  }

  /// What stands behind the variables: where the thread pointer does too, the word that it points to, its own address.
  private var threadSelf: String { processor.threadPointerIsBehind ? " + ALIGNOF(.tdata) + 8" : "" }

  /// Where the thread pointer points: before the variables, or behind the last of them.
  private var threadPointer: String {
    processor.threadPointerIsBehind
      ? "ALIGN(__thread_storage + SIZEOF(.tdata), ALIGNOF(.tdata))"
      : "__thread_storage - \(processor.threadPointerOffset)"
  }

  /// What the linker subtracts from an address to find where it is loaded.
  private var offset: String { hexadecimal(address.virtual &- address.physical) }
}

func hexadecimal(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }
