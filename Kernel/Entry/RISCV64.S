// Where the hart enters the kernel, and how it leaves it. While a thread of a component runs, sscratch points at its
// register frame; while Swift runs, it is 0, so that a fault of the kernel's own is told. Every Swift entry returns
// the frame to leave with, or 0 to idle.
//
// sstatus is not a part of a frame: a trap from a component leaves SPP clear and SPIE set, as `sret` wants them, and
// FS says who owns the floating-point registers.

#include "CKernelEntry.h"

#if defined(__riscv) && !defined(__linux__)

// Frame offsets, in the order of Kernel/Architecture/RISCV64/RISCV64Register.swift.
#define FRAME_RA 0
#define FRAME_SP (1 * 8)
#define FRAME_GP (2 * 8)
#define FRAME_TP (3 * 8)
#define FRAME_T0 (4 * 8)
#define FRAME_A0 (9 * 8)
#define FRAME_NEXT (31 * 8)
#define FRAME_FAULT (32 * 8)

#define STACK_SIZE 16384
#define CAUSE_USER_CALL 8
#define STATUS_SIE 0x2
#define STATUS_SPIE 0x20
#define STATUS_SPP 0x100
// System call numbers.
#define CALL_CALL -1
#define CALL_REPLY_RECEIVE -2
#define CALL_SEND -3

// The kernel's own entry, as seL4's: a0 to a5 hold the root task's image (physical start and end), its physical minus
// virtual offset, its entry, the device tree's physical address and size; a6 the hart. The MMU is on.
.section .text.start, "ax"
.global _start
_start:
  csrw sie, zero
  csrw sscratch, zero
  la t0, dddk_trap
  csrw stvec, t0
  // To leave is to go to user level with interrupts on; nobody owns floating point.
  li t0, STATUS_SIE | STATUS_SPP | 3 << 13
  csrc sstatus, t0
  li t0, STATUS_SPIE
  csrs sstatus, t0
  la sp, dddk_kernel_stack_end
  call dddk_boot
  j leave

.section .text.entry, "ax"
.balign 4
.global dddk_trap
dddk_trap:
  csrrw t0, sscratch, t0
  beqz t0, from_kernel
  // The registers that a Swift function without a stack frame may change.
  sd ra, FRAME_RA(t0)
  sd sp, FRAME_SP(t0)
  sd t1, 5 * 8(t0)
  sd t2, 6 * 8(t0)
  sd a0, 9 * 8(t0)
  sd a1, 10 * 8(t0)
  sd a2, 11 * 8(t0)
  sd a3, 12 * 8(t0)
  sd a4, 13 * 8(t0)
  sd a5, 14 * 8(t0)
  sd a6, 15 * 8(t0)
  sd a7, 16 * 8(t0)
  sd t3, 27 * 8(t0)
  sd t4, 28 * 8(t0)
  sd t5, 29 * 8(t0)
  sd t6, 30 * 8(t0)
  csrrw t1, sscratch, zero
  sd t1, FRAME_T0(t0)
  la sp, dddk_kernel_stack_end
  csrr t1, scause
  csrr t2, sepc
  sd t2, FRAME_FAULT(t0)
  bltz t1, interrupt
  li t3, CAUSE_USER_CALL
  bne t1, t3, exception
  addi t2, t2, 4
  sd t2, FRAME_NEXT(t0)
  li t3, CALL_CALL
  beq a7, t3, call
  li t3, CALL_REPLY_RECEIVE
  beq a7, t3, reply_receive
  li t3, CALL_SEND
  bne a7, t3, system_call
  mv a2, t0
  call dddk_send
  // Leaves with the frame in a0 to the thread that entered, of which only the scratch registers were saved.
  ld t0, FRAME_NEXT(a0)
  csrw sepc, t0
  csrw sscratch, a0
  ld ra, FRAME_RA(a0)
  ld sp, FRAME_SP(a0)
  ld t0, FRAME_T0(a0)
  ld t1, 5 * 8(a0)
  ld t2, 6 * 8(a0)
  ld a1, 10 * 8(a0)
  ld a2, 11 * 8(a0)
  ld a3, 12 * 8(a0)
  ld a4, 13 * 8(a0)
  ld a5, 14 * 8(a0)
  ld a6, 15 * 8(a0)
  ld a7, 16 * 8(a0)
  ld t3, 27 * 8(a0)
  ld t4, 28 * 8(a0)
  ld t5, 29 * 8(a0)
  ld t6, 30 * 8(a0)
  ld a0, FRAME_A0(a0)
  sret

// The registers that Swift leaves as they are, or does not know.
.macro save_rest frame
  sd gp, FRAME_GP(\frame)
  sd tp, FRAME_TP(\frame)
  sd s0, 7 * 8(\frame)
  sd s1, 8 * 8(\frame)
  sd s2, 17 * 8(\frame)
  sd s3, 18 * 8(\frame)
  sd s4, 19 * 8(\frame)
  sd s5, 20 * 8(\frame)
  sd s6, 21 * 8(\frame)
  sd s7, 22 * 8(\frame)
  sd s8, 23 * 8(\frame)
  sd s9, 24 * 8(\frame)
  sd s10, 25 * 8(\frame)
  sd s11, 26 * 8(\frame)
.endm

reply_receive:
  save_rest t0
  call dddk_reply_receive
  j leave

system_call:
  save_rest t0
  call dddk_system_call
  j leave

.global dddk_send_otherwise
dddk_send_otherwise:
  save_rest a0
  call dddk_system_call
  j leave

exception:
  sd t2, FRAME_NEXT(t0)
  save_rest t0
  call dddk_exception
  j leave

interrupt:
  sd t2, FRAME_NEXT(t0)
  save_rest t0
  call dddk_interrupt
  j leave

// An interrupt while idle, or a fault of the kernel's own; t0 has been exchanged with sscratch, which was 0.
from_kernel:
  csrr t0, scause
  bgez t0, kernel_fault
  csrw sscratch, zero
  la sp, dddk_kernel_stack_end
  li t0, STATUS_SPP
  csrc sstatus, t0
  li t0, STATUS_SPIE
  csrs sstatus, t0
  call dddk_interrupt
  j leave

call:
  save_rest t0
  call dddk_call
// Leaves with the frame in a0.
leave:
  beqz a0, idle
  ld t1, FRAME_NEXT(a0)
  csrw sepc, t1
  csrw sscratch, a0
  ld ra, FRAME_RA(a0)
  // A reservation of one thread must not serve another: a store that is conditional and, where it succeeds, hits a
  // word that every entry writes anew.
  sc.w zero, zero, (a0)
  ld sp, FRAME_SP(a0)
  ld gp, FRAME_GP(a0)
  ld tp, FRAME_TP(a0)
  ld t0, FRAME_T0(a0)
  ld t1, 5 * 8(a0)
  ld t2, 6 * 8(a0)
  ld s0, 7 * 8(a0)
  ld s1, 8 * 8(a0)
  ld a1, 10 * 8(a0)
  ld a2, 11 * 8(a0)
  ld a3, 12 * 8(a0)
  ld a4, 13 * 8(a0)
  ld a5, 14 * 8(a0)
  ld a6, 15 * 8(a0)
  ld a7, 16 * 8(a0)
  ld s2, 17 * 8(a0)
  ld s3, 18 * 8(a0)
  ld s4, 19 * 8(a0)
  ld s5, 20 * 8(a0)
  ld s6, 21 * 8(a0)
  ld s7, 22 * 8(a0)
  ld s8, 23 * 8(a0)
  ld s9, 24 * 8(a0)
  ld s10, 25 * 8(a0)
  ld s11, 26 * 8(a0)
  ld t3, 27 * 8(a0)
  ld t4, 28 * 8(a0)
  ld t5, 29 * 8(a0)
  ld t6, 30 * 8(a0)
  ld a0, FRAME_A0(a0)
  sret

// Nobody can run: interrupts are the only way on.
idle:
  la sp, dddk_kernel_stack_end
  csrsi sstatus, STATUS_SIE
1:
  wfi
  j 1b

kernel_fault:
  csrw sscratch, zero
  la sp, dddk_kernel_stack_end
  call dddk_kernel_fault

.global dddk_halt
dddk_halt:
  csrci sstatus, STATUS_SIE
  csrw sie, zero
1:
  wfi
  j 1b

.option push
.option arch, +f, +d
.macro each_register operation
  \operation f0, 0 * 8(a0)
  \operation f1, 1 * 8(a0)
  \operation f2, 2 * 8(a0)
  \operation f3, 3 * 8(a0)
  \operation f4, 4 * 8(a0)
  \operation f5, 5 * 8(a0)
  \operation f6, 6 * 8(a0)
  \operation f7, 7 * 8(a0)
  \operation f8, 8 * 8(a0)
  \operation f9, 9 * 8(a0)
  \operation f10, 10 * 8(a0)
  \operation f11, 11 * 8(a0)
  \operation f12, 12 * 8(a0)
  \operation f13, 13 * 8(a0)
  \operation f14, 14 * 8(a0)
  \operation f15, 15 * 8(a0)
  \operation f16, 16 * 8(a0)
  \operation f17, 17 * 8(a0)
  \operation f18, 18 * 8(a0)
  \operation f19, 19 * 8(a0)
  \operation f20, 20 * 8(a0)
  \operation f21, 21 * 8(a0)
  \operation f22, 22 * 8(a0)
  \operation f23, 23 * 8(a0)
  \operation f24, 24 * 8(a0)
  \operation f25, 25 * 8(a0)
  \operation f26, 26 * 8(a0)
  \operation f27, 27 * 8(a0)
  \operation f28, 28 * 8(a0)
  \operation f29, 29 * 8(a0)
  \operation f30, 30 * 8(a0)
  \operation f31, 31 * 8(a0)
.endm

.global dddk_save_floating_point
dddk_save_floating_point:
  li t0, 3 << 13
  csrs sstatus, t0
  each_register fsd
  frcsr t0
  sd t0, 32 * 8(a0)
  ret

.global dddk_load_floating_point
dddk_load_floating_point:
  li t0, 3 << 13
  csrs sstatus, t0
  each_register fld
  ld t0, 32 * 8(a0)
  fscsr t0
  ret
.option pop

// a0 the address, a1 the size: both multiples of 16.
.global dddk_zero
dddk_zero:
  beqz a1, 2f
  add a1, a0, a1
1:
  sd zero, 0(a0)
  sd zero, 8(a0)
  addi a0, a0, 16
  bltu a0, a1, 1b
2:
  ret

.section .bss.kernel, "aw", %nobits
.balign 4096
dddk_kernel_stack:
  .space STACK_SIZE
.global dddk_kernel_stack_end
dddk_kernel_stack_end:
// The kernel's root table, the middle tables of memory and of devices.
.global dddk_kernel_tables
dddk_kernel_tables:
  .space 3 * 4096
.global dddk_kernel_state
dddk_kernel_state:
  .space 32768
.global dddk_has_failed
dddk_has_failed:
  .space 8

#endif
