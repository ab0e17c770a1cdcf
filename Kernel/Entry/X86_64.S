// Where the processor enters the kernel, and how it leaves it. While a thread of a component runs, the task state
// segment's stack pointer is the end of the thread's register frame, so that an interrupt pushes right into it;
// a system call takes it from there too. Every Swift entry returns the frame to leave with, or 0 to idle.

#include "CKernelEntry.h"

#if defined(__x86_64__) && !defined(__linux__) && !defined(__APPLE__)

// Frame offsets, in the order of Kernel/Architecture/X86_64/X86_64Register.swift.
#define FRAME_RDI 0
#define FRAME_RSI (1 * 8)
#define FRAME_RAX (2 * 8)
#define FRAME_RBX (3 * 8)
#define FRAME_RBP (4 * 8)
#define FRAME_R12 (5 * 8)
#define FRAME_R13 (6 * 8)
#define FRAME_R14 (7 * 8)
#define FRAME_RDX (8 * 8)
#define FRAME_R10 (9 * 8)
#define FRAME_R8 (10 * 8)
#define FRAME_R9 (11 * 8)
#define FRAME_R15 (12 * 8)
#define FRAME_R11 (13 * 8)
#define FRAME_RCX (14 * 8)
#define FRAME_VECTOR (17 * 8)
#define FRAME_ERROR (18 * 8)
#define FRAME_NEXT (19 * 8)
#define FRAME_CS (20 * 8)
#define FRAME_FLAGS (21 * 8)
#define FRAME_SP (22 * 8)
#define FRAME_FAULT (24 * 8)
// Where the processor's own part ends.
#define FRAME_TOP (24 * 8)

#define ERROR_SYSTEM_CALL -1
#define STACK_SIZE 16384
#define SELECTOR_CODE 0x08
#define SELECTOR_DATA 0x10
#define SELECTOR_TASK 0x28
#define FIRST_INTERRUPT 32
#define INTERRUPTS 126
// System call numbers.
#define CALL_CALL -1
#define CALL_REPLY_RECEIVE -2
#define CALL_SEND -3

#define PHYSICAL(symbol) (symbol - DDDK_WINDOW)

.section .text.start, "ax"
.code32
// Multiboot 0.6.96, 3.1: modules on pages, and how much memory there is.
.balign 4
  .long 0x1badb002, 3, -(0x1badb002 + 3)

// eax holds Multiboot's number, ebx the address of its information. There is no paging, and no stack.
.global _start
_start:
  cli
  cld
  movl %eax, %ebp
  movl %ebx, %edi
  // Long mode, execute-disable and syscall, and user level's own segment bases.
  movl $0x80000001, %eax
  cpuid
  andl $(1 << 29 | 1 << 20 | 1 << 11), %edx
  cmpl $(1 << 29 | 1 << 20 | 1 << 11), %edx
  jne unfit
  movl $7, %eax
  xorl %ecx, %ecx
  cpuid
  testl $1, %ebx
  jz unfit
  // The first 2 GiB where they are, and in the kernel's window.
  movl $PHYSICAL(dddk_kernel_tables), %ecx
  leal 0x1003(%ecx), %eax
  movl %eax, 511 * 8(%ecx)
  leal 0x5003(%ecx), %eax
  movl %eax, (%ecx)
  leal 0x2003(%ecx), %eax
  movl %eax, 0x1000 + 510 * 8(%ecx)
  movl %eax, 0x5000(%ecx)
  leal 0x3003(%ecx), %eax
  movl %eax, 0x1000 + 511 * 8(%ecx)
  movl %eax, 0x5008(%ecx)
  movl $0x83, %eax
  leal 0x2000(%ecx), %edx
1:
  movl %eax, (%edx)
  addl $8, %edx
  addl $0x200000, %eax
  cmpl $0x80000000, %eax
  jb 1b
  movl %ecx, %cr3
  // Physical address extension, global pages, FXSAVE and its exceptions, segment bases.
  movl $(1 << 5 | 1 << 7 | 1 << 9 | 1 << 10 | 1 << 16), %eax
  movl %eax, %cr4
  // syscall, long mode, execute-disable.
  movl $0xc0000080, %ecx
  movl $(1 << 0 | 1 << 8 | 1 << 11), %eax
  xorl %edx, %edx
  wrmsr
  // Paging, write protection, native errors, floating point off by TS, protection.
  movl $(1 << 31 | 1 << 16 | 1 << 5 | 1 << 3 | 1 << 1 | 1), %eax
  movl %eax, %cr0
  lgdt PHYSICAL(boot_descriptors)
  ljmp $SELECTOR_CODE, $PHYSICAL(long_mode)

unfit:
  movl $PHYSICAL(unfit_text), %esi
1:
  movw $0x3fd, %dx
2:
  inb %dx, %al
  testb $0x20, %al
  jz 2b
  movw $0x3f8, %dx
  movb (%esi), %al
  testb %al, %al
  jz 3f
  outb %al, %dx
  incl %esi
  jmp 1b
3:
  hlt
  jmp 3b

unfit_text:
  .asciz "\r\ndddk kernel: the processor lacks long mode, NX, SYSCALL or FSGSBASE\r\n"

.balign 8
boot_descriptors:
  .word descriptors_end - descriptors - 1
  .long PHYSICAL(descriptors)

.code64
long_mode:
  movabsq $1f, %rax
  jmp *%rax
1:
  lgdt high_descriptors(%rip)
  // The task's descriptor has the address in pieces.
  leaq dddk_tss(%rip), %rax
  leaq descriptors + SELECTOR_TASK(%rip), %rdx
  movw %ax, 2(%rdx)
  shrq $16, %rax
  movb %al, 4(%rdx)
  movb %ah, 7(%rdx)
  shrq $16, %rax
  movl %eax, 8(%rdx)
  movw $SELECTOR_TASK, %ax
  ltr %ax
  movw $SELECTOR_DATA, %ax
  movw %ax, %ss
  movw %ax, %ds
  movw %ax, %es
  xorl %eax, %eax
  movw %ax, %fs
  movw %ax, %gs
  leaq fault_stack_end(%rip), %rax
  movq %rax, dddk_tss + 0x24(%rip)
  movw $104, dddk_tss + 0x66(%rip)
  leaq dddk_kernel_stack_end(%rip), %rsp
  movl %edi, %esi
  movl %ebp, %edi
  xorl %ebp, %ebp
  call dddk_boot
  jmp leave

.section .text.entry, "ax"
.balign 16
// A register's place in the frame that ends at the stack pointer.
#define FRAME(place) (place - FRAME_TOP)(%rsp)

// What a system call saves: the registers that a Swift function without a stack frame may change. The error code, which
// no exception has, says that the thread is left as it came, by `sysret`; rcx and r11, which are lost to it, keep in the
// frame what they last were, as on seL4.
.macro save_scratch
  movq %rsp, user_stack(%rip)
  movq dddk_tss + 4(%rip), %rsp
  movq %rcx, FRAME(FRAME_NEXT)
  movq %r11, FRAME(FRAME_FLAGS)
  movq $ERROR_SYSTEM_CALL, FRAME(FRAME_ERROR)
  movq user_stack(%rip), %r11
  movq %r11, FRAME(FRAME_SP)
  movq %rdi, FRAME(FRAME_RDI)
  movq %rsi, FRAME(FRAME_RSI)
  movq %rax, FRAME(FRAME_RAX)
  movq %rdx, FRAME(FRAME_RDX)
  movq %r10, FRAME(FRAME_R10)
  movq %r8, FRAME(FRAME_R8)
  movq %r9, FRAME(FRAME_R9)
.endm

// The others; rcx holds the address to return to. Afterwards the stack is the kernel's.
.macro save_rest
  subq $2, %rcx
  movq %rcx, FRAME(FRAME_FAULT)
  movq %rbx, FRAME(FRAME_RBX)
  movq %rbp, FRAME(FRAME_RBP)
  movq %r12, FRAME(FRAME_R12)
  movq %r13, FRAME(FRAME_R13)
  movq %r14, FRAME(FRAME_R14)
  movq %r15, FRAME(FRAME_R15)
  leaq dddk_kernel_stack_end(%rip), %rsp
.endm

// rdi and rsi are the caller's capability and message info; rdx is the call's number.
.global dddk_syscall
dddk_syscall:
  save_scratch
  cmpq $CALL_CALL, %rdx
  je call
  cmpq $CALL_REPLY_RECEIVE, %rdx
  je reply_receive
  cmpq $CALL_SEND, %rdx
  je send
  save_rest
  call dddk_system_call
  jmp leave

reply_receive:
  save_rest
  call dddk_reply_receive
  jmp leave

.global dddk_send_otherwise
dddk_send_otherwise:
  leaq FRAME_TOP(%rdi), %rsp
  movq FRAME(FRAME_NEXT), %rcx
  save_rest
  call dddk_system_call
  jmp leave

// Leaves to the thread that entered, of which only the scratch registers were saved.
send:
  leaq -FRAME_TOP(%rsp), %rdx
  leaq dddk_kernel_stack_end(%rip), %rsp
  call dddk_send
  movq FRAME_RDI(%rax), %rdi
  movq FRAME_RSI(%rax), %rsi
  movq FRAME_RDX(%rax), %rdx
  movq FRAME_R10(%rax), %r10
  movq FRAME_R8(%rax), %r8
  movq FRAME_R9(%rax), %r9
  movq FRAME_NEXT(%rax), %rcx
  movq FRAME_FLAGS(%rax), %r11
  movq FRAME_SP(%rax), %rsp
  movq FRAME_RAX(%rax), %rax
  sysretq

// One stub of 16 bytes for each vector.
.balign 16
.global dddk_stubs
dddk_stubs:
.set vector, 0
.rept 256
  .balign 16
  .if vector == 2 || vector == 8 || vector == 18
    // These have a stack of their own, whoever runs: the kernel cannot go on.
    .if vector != 8
    pushq $0
    .endif
    pushq $vector
    jmp kernel_fault
  .else
    .if !(vector == 10 || vector == 11 || vector == 12 || vector == 13 || vector == 14 || vector == 17 || vector == 21)
    pushq $0
    .endif
    pushq $vector
    .if vector >= FIRST_INTERRUPT && vector < FIRST_INTERRUPT + INTERRUPTS
    jmp interrupt
    .else
    jmp exception
    .endif
  .endif
  .set vector, vector + 1
.endr

// The stack holds vector, error code, and what the processor pushes: the frame from FRAME_VECTOR on, or, from the
// kernel, its own stack. Afterwards the stack is the kernel's.
.macro save_interrupted
  cld
  testb $3, (FRAME_CS - FRAME_VECTOR)(%rsp)
  jz from_kernel
  subq $FRAME_VECTOR, %rsp
  movq %rdi, FRAME_RDI(%rsp)
  movq %rsi, FRAME_RSI(%rsp)
  movq %rax, FRAME_RAX(%rsp)
  movq %rbx, FRAME_RBX(%rsp)
  movq %rbp, FRAME_RBP(%rsp)
  movq %r12, FRAME_R12(%rsp)
  movq %r13, FRAME_R13(%rsp)
  movq %r14, FRAME_R14(%rsp)
  movq %rdx, FRAME_RDX(%rsp)
  movq %r10, FRAME_R10(%rsp)
  movq %r8, FRAME_R8(%rsp)
  movq %r9, FRAME_R9(%rsp)
  movq %r15, FRAME_R15(%rsp)
  movq %r11, FRAME_R11(%rsp)
  movq %rcx, FRAME_RCX(%rsp)
  movq FRAME_NEXT(%rsp), %rax
  movq %rax, FRAME_FAULT(%rsp)
  movq FRAME_VECTOR(%rsp), %rax
  movq %rax, dddk_vector(%rip)
  leaq dddk_kernel_stack_end(%rip), %rsp
.endm

.balign 16
exception:
  save_interrupted
  call dddk_exception
  jmp leave

.balign 16
interrupt:
  save_interrupted
  call dddk_interrupt
  jmp leave

// An interrupt while idle, or a fault of the kernel's own.
from_kernel:
  cmpq $FIRST_INTERRUPT, (%rsp)
  jb kernel_fault
  popq dddk_vector(%rip)
  leaq dddk_kernel_stack_end(%rip), %rsp
  call dddk_interrupt
  jmp leave

kernel_fault:
  movq (%rsp), %rdi
  movq (FRAME_NEXT - FRAME_VECTOR)(%rsp), %rsi
  movq 8(%rsp), %rdx
  leaq fault_stack_end(%rip), %rsp
  call dddk_kernel_fault

call:
  save_rest
  call dddk_call
// Leaves with the frame in rax.
leave:
  testq %rax, %rax
  jz idle
  leaq FRAME_TOP(%rax), %rcx
  movq %rcx, dddk_tss + 4(%rip)
  movq FRAME_RDI(%rax), %rdi
  movq FRAME_RSI(%rax), %rsi
  movq FRAME_RBX(%rax), %rbx
  movq FRAME_RBP(%rax), %rbp
  movq FRAME_R12(%rax), %r12
  movq FRAME_R13(%rax), %r13
  movq FRAME_R14(%rax), %r14
  movq FRAME_RDX(%rax), %rdx
  movq FRAME_R10(%rax), %r10
  movq FRAME_R8(%rax), %r8
  movq FRAME_R9(%rax), %r9
  movq FRAME_R15(%rax), %r15
  cmpq $ERROR_SYSTEM_CALL, FRAME_ERROR(%rax)
  jne 1f
  movq FRAME_NEXT(%rax), %rcx
  movq FRAME_FLAGS(%rax), %r11
  movq FRAME_SP(%rax), %rsp
  movq FRAME_RAX(%rax), %rax
  sysretq
1:
  movq FRAME_RCX(%rax), %rcx
  movq FRAME_R11(%rax), %r11
  leaq FRAME_NEXT(%rax), %rsp
  movq FRAME_RAX(%rax), %rax
  iretq

// Nobody can run: interrupts are the only way on.
idle:
  leaq dddk_kernel_stack_end(%rip), %rsp
1:
  sti
  hlt
  jmp 1b

.global dddk_halt
dddk_halt:
  cli
1:
  hlt
  jmp 1b

// rdi the address, rsi the size: both multiples of 16.
.global dddk_zero
dddk_zero:
  movq %rsi, %rcx
  shrq $3, %rcx
  xorl %eax, %eax
  rep stosq
  ret

// rdi the destination, rsi the source, rdx the size. A destination below the source may overlap it.
.global dddk_copy
dddk_copy:
  movq %rdx, %rcx
  rep movsb
  ret

.section .data.kernel, "aw"
.balign 16
descriptors:
  .quad 0
  .quad 0x00af9b000000ffff  // the kernel's code
  .quad 0x00cf93000000ffff  // the kernel's data
  .quad 0x00cff3000000ffff  // components' data
  .quad 0x00affb000000ffff  // components' code
  .quad 0x0000890000000067  // the task
  .quad 0
descriptors_end:
.balign 8
high_descriptors:
  .word descriptors_end - descriptors - 1
  .quad descriptors

.section .bss.kernel, "aw", %nobits
.balign 4096
dddk_kernel_stack:
  .space STACK_SIZE
.global dddk_kernel_stack_end
dddk_kernel_stack_end:
  .space 4096
fault_stack_end:
// The kernel's root table, its upper table, the middle tables of memory (two) and of devices; and the upper table that
// boot needs.
.global dddk_kernel_tables
dddk_kernel_tables:
  .space 6 * 4096
.global dddk_kernel_state
dddk_kernel_state:
  .space 32768
.global dddk_interrupt_table
dddk_interrupt_table:
  .space 4096
// One byte for each I/O port: whether it is given out.
.global dddk_allocated_ports
dddk_allocated_ports:
  .space 65536
// For each interrupt its pin, counted from 1, or 0.
.global dddk_interrupt_pins
dddk_interrupt_pins:
  .space 128
.global dddk_boot_chunks
dddk_boot_chunks:
  .space 2048
.balign 16
.global dddk_tss
// Its fields are not aligned: the processor's own form has 4 bytes before the first.
dddk_tss:
  .space 112
.global dddk_vector
dddk_vector:
  .space 8
user_stack:
  .space 8
// The local APIC, the I/O APIC, the processor's number, the pins' count, the timer's counts of a tick.
.global dddk_platform
dddk_platform:
  .space 5 * 8
.global dddk_has_failed
dddk_has_failed:
  .space 8

#endif
