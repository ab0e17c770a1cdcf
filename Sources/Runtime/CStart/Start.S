#if !defined(__linux__) && !defined(__APPLE__) && defined(__aarch64__)

// A component gets its stack from the root task. The root task gets none from the kernel (sp is 0), and brings
// its own: CRootTaskStack defines dddk_initial_stack_top, which is weak here and 0 in components.

  .weak dddk_initial_stack_top

  .section .text.start, "ax", %progbits
  .global _start
  .type _start, %function
_start:
  mov x9, sp
  cbnz x9, 1f
  ldr x9, =dddk_initial_stack_top
  mov sp, x9
1:
  ldr x9, =__thread_pointer
  msr tpidr_el0, x9
  ldr x9, =dddk_start_argument_word
  str x0, [x9]
  mov x29, xzr
  mov x30, xzr
  bl dddk_component_main
  // A program that returns has failed: the fault tells its supervisor.
  udf #0
  .size _start, . - _start

  .ltorg

#endif

#if !defined(__linux__) && !defined(__APPLE__) && defined(__riscv)

// As above.

  .weak dddk_initial_stack_top

  .section .text.start, "ax", %progbits
  .global _start
  .type _start, %function
_start:
  bnez sp, 1f
  lui t0, %hi(dddk_initial_stack_top)
  addi sp, t0, %lo(dddk_initial_stack_top)
1:
  lui t0, %hi(__thread_pointer)
  addi tp, t0, %lo(__thread_pointer)
  lui t0, %hi(dddk_start_argument_word)
  sd a0, %lo(dddk_start_argument_word)(t0)
  li fp, 0
  li ra, 0
  call dddk_component_main
  // A program that returns has failed: the fault tells its supervisor.
  unimp
  .size _start, . - _start

#endif

#if !defined(__linux__) && !defined(__APPLE__) && defined(__x86_64__)

// As above. The thread pointer is the register FS, which user level sets itself where the kernel allows it; both
// kernels do.

  .weak dddk_initial_stack_top

  .section .text.start, "ax", %progbits
  .global _start
  .type _start, %function
_start:
  testq %rsp, %rsp
  jnz 1f
  movq $dddk_initial_stack_top, %rsp
1:
  movq $__thread_pointer, %rax
  wrfsbase %rax
  // The variables' addresses are counted from what stands there.
  movq %rax, (%rax)
  movq %rdi, dddk_start_argument_word(%rip)
  xorl %ebp, %ebp
  call dddk_component_main
  // A program that returns has failed: the fault tells its supervisor.
  ud2
  .size _start, . - _start

#endif
