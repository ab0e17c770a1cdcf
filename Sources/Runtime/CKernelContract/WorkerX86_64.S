#if !defined(__linux__) && !defined(__APPLE__) && defined(__x86_64__)

// The loop of a worker, as WorkerAArch64.S has it. The message of an unknown system call tells every register: so what
// the loop keeps in r12 and r13, its block and the step, are distances from the first block, and the rest is what the
// step says, or 0. A system call loses rcx, r11 and the stack pointer.

  .section .text.dddk_worker, "ax", @progbits
  .global dddk_worker_start
  .type dddk_worker_start, @function
dddk_worker_start:
  leaq dddk_worker_blocks(%rip), %rcx
  movq %rdi, %r12
  subq %rcx, %r12
1:
  leaq dddk_worker_blocks(%rip), %rcx
  movq (%rcx, %r12), %r13
  leaq 128(%r13), %r11
  movq %r11, (%rcx, %r12)
  movq (%r13), %r14
  movq 8(%r13), %rdx
  movq 16(%r13), %rdi
  movq 24(%r13), %rsi
  movq 32(%r13), %r10
  movq 40(%r13), %r8
  movq 48(%r13), %r9
  movq 56(%r13), %r15
  subq %rcx, %r13
  xorl %eax, %eax
  xorl %ebx, %ebx
  xorl %ebp, %ebp
  xorl %ecx, %ecx
  xorl %r11d, %r11d
  cmpq $1, %r14
  je dddk_worker_load
  cmpq $2, %r14
  je dddk_worker_store
  cmpq $3, %r14
  je dddk_worker_jump
  cmpq $4, %r14
  je dddk_worker_trap
  cmpq $5, %r14
  je dddk_worker_break
  cmpq $6, %r14
  je dddk_worker_bases
  cmpq $7, %r14
  je dddk_worker_kernel_interrupt
  cmpq $8, %r14
  je 3f
  cmpq $9, %r14
  je dddk_worker_spurious_interrupt
  cmpq $10, %r14
  je dddk_worker_port

  .global dddk_worker_system_call
dddk_worker_system_call:
  syscall
  jmp 2f

  .global dddk_worker_load
dddk_worker_load:
  movq (%rdi), %rdi
  jmp 2f

  .global dddk_worker_store
dddk_worker_store:
  movq %rsi, (%rdi)
  jmp 2f

  .global dddk_worker_jump
dddk_worker_jump:
  jmp *%rdi
  // So that the address behind it is not that of the next step's instruction.
  nop

  .global dddk_worker_trap
dddk_worker_trap:
  ud2
  jmp 2f

  .global dddk_worker_break
dddk_worker_break:
  int3
  jmp 2f

  .global dddk_worker_bases
dddk_worker_bases:
  rdfsbase %rax
  rdgsbase %rbx
  wrfsbase %rdi
  wrgsbase %rsi
  movq %rax, %rdi
  movq %rbx, %rsi
  jmp 2f

  .global dddk_worker_kernel_interrupt
dddk_worker_kernel_interrupt:
  int $0x80
  jmp 2f

3:
  movq %rdi, %rax
  .global dddk_worker_nobodys_interrupt
dddk_worker_nobodys_interrupt:
  int $0xf0
  jmp 2f

  .global dddk_worker_spurious_interrupt
dddk_worker_spurious_interrupt:
  int $0xff
  jmp 2f

  .global dddk_worker_port
dddk_worker_port:
  inb %dx, %al

2:
  leaq dddk_worker_blocks(%rip), %rcx
  addq %rcx, %r13
  movq %rdi, 72(%r13)
  movq %rsi, 80(%r13)
  movq %r10, 88(%r13)
  movq %r8, 96(%r13)
  movq %r9, 104(%r13)
  movq %r15, 112(%r13)
  incq dddk_worker_order_word(%rip)
  movq dddk_worker_order_word(%rip), %rcx
  movq %rcx, 64(%r13)
  jmp 1b
  .size dddk_worker_start, . - dddk_worker_start

#endif
