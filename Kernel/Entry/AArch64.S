// Where the processor enters the kernel, and how it leaves it. While a thread of a component runs, sp_el1 points
// at its register frame; while Swift runs, at the kernel's stack. Every Swift entry returns the frame to leave
// with, or 0 to idle.

#include "CKernelEntry.h"

#if defined(__aarch64__) && !defined(__linux__) && !defined(__APPLE__)

// Frame offsets, in the order of Kernel/Architecture/AArch64/AArch64Register.swift.
#define FRAME_X30 (30 * 8)
#define FRAME_SP (31 * 8)
#define FRAME_ELR (32 * 8)
#define FRAME_FAULT (34 * 8)

#define STACK_SIZE 16384
#define CLASS_SVC 0x15
// System call numbers, negated.
#define CALL_REPLY_RECEIVE 2
#define CALL_SEND 3

.macro use_kernel_stack scratch
  adrp \scratch, dddk_kernel_stack_end
  mov sp, \scratch
.endm

// The kernel's own entry, as seL4's: x0 to x5 hold the root task's image (physical start and end), its physical
// minus virtual offset, its entry, the device tree's physical address and size. The MMU is on.
.section .text.start, "ax"
.global _start
_start:
  msr daifset, #15
  msr spsel, #1
  use_kernel_stack x9
  mov x9, #1 << 20
  msr cpacr_el1, x9
  adrp x9, dddk_vectors
  msr vbar_el1, x9
  isb
  bl dddk_boot
  b leave

// The registers that a Swift function without a stack frame may change.
.macro save_scratch
  stp x0, x1, [sp, #16 * 0]
  stp x2, x3, [sp, #16 * 1]
  stp x4, x5, [sp, #16 * 2]
  stp x6, x7, [sp, #16 * 3]
  stp x8, x9, [sp, #16 * 4]
  stp x10, x11, [sp, #16 * 5]
  stp x12, x13, [sp, #16 * 6]
  stp x14, x15, [sp, #16 * 7]
  stp x16, x17, [sp, #16 * 8]
  stp x18, x19, [sp, #16 * 9]
.endm

// The others but x30 and, which x21 holds afterwards, the stack pointer; x22 holds the address to return to.
.macro save_rest frame
  stp x20, x21, [\frame, #16 * 10]
  stp x22, x23, [\frame, #16 * 11]
  stp x24, x25, [\frame, #16 * 12]
  stp x26, x27, [\frame, #16 * 13]
  stp x28, x29, [\frame, #16 * 14]
  mrs x21, sp_el0
  mrs x22, elr_el1
  mrs x23, spsr_el1
  stp x22, x23, [\frame, #FRAME_ELR]
.endm

.macro vector label
.balign 128
  b \label
.endm

.section .text.vectors, "ax"
.balign 4096
.global dddk_vectors
dddk_vectors:
  // From the kernel itself on the user's stack pointer: never.
  vector dddk_halt
  vector dddk_halt
  vector dddk_halt
  vector dddk_halt
  // From the kernel itself: a fault of its own, or an interrupt while idle.
  vector kernel_fault
  vector idle_interrupt
  vector dddk_halt
  vector dddk_halt
  // From a component: a system call or a fault, then an interrupt.
.balign 128
  save_scratch
  mrs x9, esr_el1
  lsr x9, x9, #26
  cmp x9, #CLASS_SVC
  b.ne exception
  // Only the number of a call is above, as numbers without a sign go.
  cmn x7, #CALL_REPLY_RECEIVE
  b.hi call
  b.eq reply_receive
  cmn x7, #CALL_SEND
  b.eq send
  b system_call
.balign 128
  save_scratch
  save_rest sp
  stp x30, x21, [sp, #FRAME_X30]
  str x22, [sp, #FRAME_FAULT]
  use_kernel_stack x9
  bl dddk_interrupt
  b leave
  vector dddk_halt
  vector dddk_halt
  // From a component in 32-bit state: never.
  vector dddk_halt
  vector dddk_halt
  vector dddk_halt
  vector dddk_halt

.section .text.entry, "ax"
// What a system call leaves to be saved of a frame whose scratch registers are saved; x30 is the caller's.
.macro save_call
  save_rest sp
  sub x24, x22, #4
  stp x30, x21, [sp, #FRAME_X30]
  str x24, [sp, #FRAME_FAULT]
  use_kernel_stack x9
.endm

reply_receive:
  save_call
  bl dddk_reply_receive
  b leave

system_call:
  save_call
  bl dddk_system_call
  b leave

exception:
  save_rest sp
  stp x30, x21, [sp, #FRAME_X30]
  str x22, [sp, #FRAME_FAULT]
  use_kernel_stack x9
  bl dddk_exception
  b leave

.global dddk_send_otherwise
dddk_send_otherwise:
  save_rest x0
  sub x22, x22, #4
  str x21, [x0, #FRAME_SP]
  str x22, [x0, #FRAME_FAULT]
  bl dddk_system_call
  b leave

// Leaves to the thread that entered, of which only the scratch registers were saved.
send:
  str x30, [sp, #FRAME_X30]
  mov x2, sp
  use_kernel_stack x9
  bl dddk_send
  mov sp, x0
  ldp x0, x1, [sp, #16 * 0]
  ldp x2, x3, [sp, #16 * 1]
  ldp x4, x5, [sp, #16 * 2]
  ldp x6, x7, [sp, #16 * 3]
  ldp x8, x9, [sp, #16 * 4]
  ldp x10, x11, [sp, #16 * 5]
  ldp x12, x13, [sp, #16 * 6]
  ldp x14, x15, [sp, #16 * 7]
  ldp x16, x17, [sp, #16 * 8]
  ldr x18, [sp, #18 * 8]
  ldr x30, [sp, #FRAME_X30]
  eret

idle_interrupt:
  use_kernel_stack x9
  bl dddk_interrupt
  b leave

kernel_fault:
  use_kernel_stack x9
  b dddk_kernel_fault

call:
  save_call
  bl dddk_call
// Leaves with the frame in x0.
leave:
  cbz x0, idle
  mov sp, x0
  ldp x30, x21, [sp, #FRAME_X30]
  ldp x22, x23, [sp, #FRAME_ELR]
  msr sp_el0, x21
  msr elr_el1, x22
  msr spsr_el1, x23
  ldp x0, x1, [sp, #16 * 0]
  ldp x2, x3, [sp, #16 * 1]
  ldp x4, x5, [sp, #16 * 2]
  ldp x6, x7, [sp, #16 * 3]
  ldp x8, x9, [sp, #16 * 4]
  ldp x10, x11, [sp, #16 * 5]
  ldp x12, x13, [sp, #16 * 6]
  ldp x14, x15, [sp, #16 * 7]
  ldp x16, x17, [sp, #16 * 8]
  ldp x18, x19, [sp, #16 * 9]
  ldp x20, x21, [sp, #16 * 10]
  ldp x22, x23, [sp, #16 * 11]
  ldp x24, x25, [sp, #16 * 12]
  ldp x26, x27, [sp, #16 * 13]
  ldp x28, x29, [sp, #16 * 14]
  eret

// Nobody can run: interrupts are the only way on.
idle:
  use_kernel_stack x9
  msr daifclr, #2
1:
  wfi
  b 1b

.global dddk_halt
dddk_halt:
  msr daifset, #15
1:
  wfi
  b 1b

.arch_extension fp
.global dddk_save_floating_point
dddk_save_floating_point:
  stp q0, q1, [x0, #32 * 0]
  stp q2, q3, [x0, #32 * 1]
  stp q4, q5, [x0, #32 * 2]
  stp q6, q7, [x0, #32 * 3]
  stp q8, q9, [x0, #32 * 4]
  stp q10, q11, [x0, #32 * 5]
  stp q12, q13, [x0, #32 * 6]
  stp q14, q15, [x0, #32 * 7]
  stp q16, q17, [x0, #32 * 8]
  stp q18, q19, [x0, #32 * 9]
  stp q20, q21, [x0, #32 * 10]
  stp q22, q23, [x0, #32 * 11]
  stp q24, q25, [x0, #32 * 12]
  stp q26, q27, [x0, #32 * 13]
  stp q28, q29, [x0, #32 * 14]
  stp q30, q31, [x0, #32 * 15]
  mrs x1, fpsr
  mrs x2, fpcr
  add x0, x0, #512
  stp x1, x2, [x0]
  ret

.global dddk_load_floating_point
dddk_load_floating_point:
  ldp q0, q1, [x0, #32 * 0]
  ldp q2, q3, [x0, #32 * 1]
  ldp q4, q5, [x0, #32 * 2]
  ldp q6, q7, [x0, #32 * 3]
  ldp q8, q9, [x0, #32 * 4]
  ldp q10, q11, [x0, #32 * 5]
  ldp q12, q13, [x0, #32 * 6]
  ldp q14, q15, [x0, #32 * 7]
  ldp q16, q17, [x0, #32 * 8]
  ldp q18, q19, [x0, #32 * 9]
  ldp q20, q21, [x0, #32 * 10]
  ldp q22, q23, [x0, #32 * 11]
  ldp q24, q25, [x0, #32 * 12]
  ldp q26, q27, [x0, #32 * 13]
  ldp q28, q29, [x0, #32 * 14]
  ldp q30, q31, [x0, #32 * 15]
  add x0, x0, #512
  ldp x1, x2, [x0]
  msr fpsr, x1
  msr fpcr, x2
  ret

// x0 the address, x1 the size: both multiples of 16.
.global dddk_zero
dddk_zero:
  cbz x1, 2f
  add x1, x0, x1
1:
  stp xzr, xzr, [x0], #16
  cmp x0, x1
  b.lo 1b
2:
  ret

.section .bss.kernel, "aw", %nobits
.balign 4096
dddk_kernel_stack:
  .space STACK_SIZE
.global dddk_kernel_stack_end
dddk_kernel_stack_end:
// Root, 1 GiB, memory and device levels of the kernel's own tables, and the empty table of threads without any.
.global dddk_kernel_tables
dddk_kernel_tables:
  .space 5 * 4096
.global dddk_kernel_state
dddk_kernel_state:
  .space 32768
.global dddk_has_failed
dddk_has_failed:
  .space 8

#endif
