#if !defined(__linux__) && !defined(__APPLE__) && defined(__aarch64__)

// Where the loader starts and where it leaves. MMU and caches are off until `loader_enter`.

  .section .text.start, "ax", %progbits
  .global _start
  .type _start, %function
_start:
  msr daifset, #15
  mov x19, x0
  mrs x1, CurrentEL
  cmp x1, #(2 << 2)
  b.ne 1f

  // EL2 to EL1: AArch64 below, no traps of timers, counters, floating point or the PMU.
  mov x1, #(1 << 31)
  msr hcr_el2, x1
  mov x1, #3
  msr cnthctl_el2, x1
  msr cntvoff_el2, xzr
  mov x1, #0x33ff
  msr cptr_el2, x1
  msr hstr_el2, xzr
  mrs x1, pmcr_el0
  ubfx x1, x1, #11, #5
  msr mdcr_el2, x1
  mrs x1, midr_el1
  msr vpidr_el2, x1
  mrs x1, mpidr_el1
  msr vmpidr_el2, x1
  msr vttbr_el2, xzr
  ldr x1, =0x30d50838
  msr sctlr_el1, x1
  mov x1, #0x3c5
  msr spsr_el2, x1
  adr x1, 1f
  msr elr_el2, x1
  eret

1:
  // Floating point must not trap, here and in the kernel's first code.
  mov x1, #(3 << 20)
  msr cpacr_el1, x1
  isb
  ldr x1, =loader_stack_top
  mov sp, x1
  ldr x1, =__bss_start
  ldr x2, =__bss_end
2:
  cmp x1, x2
  b.hs 3f
  stp xzr, xzr, [x1], #16
  b 2b
3:
  ldr x1, =loader_device_tree_word
  str x19, [x1]
  mov x29, xzr
  mov x30, xzr
  bl main
  b loader_stop
  .size _start, . - _start

  .global loader_stop
  .type loader_stop, %function
loader_stop:
  wfi
  b loader_stop
  .size loader_stop, . - loader_stop

  .global loader_clean
  .type loader_clean, %function
loader_clean:
  // CTR_EL0.DminLine is the logarithm of the line's size in words.
  mrs x2, ctr_el0
  ubfx x2, x2, #16, #4
  mov x3, #4
  lsl x3, x3, x2
  sub x4, x3, #1
  bic x0, x0, x4
1:
  cmp x0, x1
  b.hs 2f
  dc civac, x0
  add x0, x0, x3
  b 1b
2:
  dsb sy
  ret
  .size loader_clean, . - loader_clean

  // Offsets of LoaderHandover, and sizes that CLoaderEntry.c compares with it.
  .global loader_enter
  .type loader_enter, %function
loader_enter:
  mov x19, x0

  // Attribute 0 device, 4 normal write-back: what seL4 expects to find, since its tables use the same numbers.
  ldr x1, =0x0000aaff440c0400
  msr mair_el1, x1
  // 48-bit halves, 4 KiB granules, inner-shareable write-back walks, 16-bit ASIDs, the processor's own
  // physical address size.
  ldr x1, =0x00000010b5103510
  mrs x2, id_aa64mmfr0_el1
  and x2, x2, #7
  orr x1, x1, x2, lsl #32
  msr tcr_el1, x1
  ldr x1, =loader_tables
  msr ttbr0_el1, x1
  add x1, x1, #(2 * 4096)
  msr ttbr1_el1, x1
  msr tpidr_el1, xzr

  // The cycle counter runs; user level reads it only if the boot image asks for that.
  ldr x1, [x19, #56]
  cbz x1, 1f
  mov x2, #0x45
  msr pmcr_el0, x2
  msr pmccfiltr_el0, xzr
  mov x2, #(1 << 31)
  msr pmcntenset_el0, x2
1:
  msr pmuserenr_el0, x1

  dsb sy
  tlbi vmalle1
  ic iallu
  dsb sy
  isb
  mrs x1, sctlr_el1
  mov x2, #0x1005
  orr x1, x1, x2
  msr sctlr_el1, x1
  isb

  ldr x9, [x19, #48]
  ldp x4, x5, [x19, #32]
  ldp x2, x3, [x19, #16]
  ldp x0, x1, [x19]
  br x9
  .size loader_enter, . - loader_enter

  .ltorg

  .section .bss.loader, "aw", %nobits
  .balign 4096
  .global loader_tables
loader_tables:
  .space 5 * 4096
  .global loader_device_tree
loader_device_tree:
  .space 64 * 1024
  .balign 16
  .space 32 * 1024
loader_stack_top:

#endif
