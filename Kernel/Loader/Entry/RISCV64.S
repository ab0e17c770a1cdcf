#if !defined(__linux__) && !defined(__APPLE__) && defined(__riscv)

// Where the loader starts, entered by the firmware in supervisor mode with the hart in a0 and the device tree's
// address in a1, and where it leaves. The MMU is off until `loader_enter`. QEMU enters an ELF file at its lowest
// address, so this stands first.

  .section .text.start, "ax", %progbits
  .global _start
  .type _start, %function
_start:
  csrw sie, zero
  csrci sstatus, 2
  csrw satp, zero
  mv s0, a0
  mv s1, a1
  la t0, loader_trap
  csrw stvec, t0
  la sp, loader_stack_top
  la t0, __bss_start
  la t1, __bss_end
1:
  bgeu t0, t1, 2f
  sd zero, 0(t0)
  sd zero, 8(t0)
  addi t0, t0, 16
  j 1b
2:
  la t0, loader_hart
  sd s0, 0(t0)
  la t0, loader_device_tree_word
  sd s1, 0(t0)
  li fp, 0
  li ra, 0
  call main
  j loader_stop
  .size _start, . - _start

  .global loader_stop
  .type loader_stop, %function
loader_stop:
  wfi
  j loader_stop
  .size loader_stop, . - loader_stop

  .balign 4
loader_trap:
  la sp, loader_stack_top
  csrr a0, scause
  csrr a1, sepc
  csrr a2, stval
  call loader_exception
  j loader_stop

  // Caches are coherent: nothing is to be written back.
  .global loader_clean
  .type loader_clean, %function
loader_clean:
  ret
  .size loader_clean, . - loader_clean

  // Offsets of LoaderHandover, and sizes that CLoaderEntry.c compares with it.
  .global loader_enter
  .type loader_enter, %function
loader_enter:
  mv s0, a0
  // User level reads the cycle counter only if the boot image asks for that.
  ld t0, 56(s0)
  csrw scounteren, t0
  ld t0, 48(s0)
  la t1, loader_tables
  srli t1, t1, 12
  li t2, 8 << 60
  or t1, t1, t2
  la t2, loader_hart
  ld a6, 0(t2)
  li a7, 0
  ld a0, 0(s0)
  ld a1, 8(s0)
  ld a2, 16(s0)
  ld a3, 24(s0)
  ld a4, 32(s0)
  ld a5, 40(s0)
  sfence.vma
  csrw satp, t1
  sfence.vma
  fence.i
  jr t0
  .size loader_enter, . - loader_enter

  .section .bss.loader, "aw", %nobits
  .balign 4096
  .global loader_tables
loader_tables:
  .space 2 * 4096
  .global loader_device_tree
loader_device_tree:
  .space 64 * 1024
  .balign 16
  .space 32 * 1024
loader_stack_top:
loader_hart:
  .space 16

#endif
