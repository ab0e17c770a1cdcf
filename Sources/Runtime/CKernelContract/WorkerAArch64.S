#if !defined(__linux__) && !defined(__APPLE__) && defined(__aarch64__)

// The loop of a worker. It has no stack and no thread-local variables: all that it knows is its block, in x19, whose
// first word is the address of the step that comes next. A worker that is started anew, with its block as argument,
// goes on with that step, whatever became of the one before.

  .section .text.dddk_worker, "ax", %progbits
  .global dddk_worker_start
  .type dddk_worker_start, %function
dddk_worker_start:
  mov x19, x0
1:
  ldr x20, [x19]
  add x9, x20, #128
  str x9, [x19]
  ldr x21, [x20]
  ldr x7, [x20, #8]
  ldp x0, x1, [x20, #16]
  ldp x2, x3, [x20, #32]
  ldp x4, x5, [x20, #48]
  mov x6, xzr
  cmp x21, #1
  b.eq dddk_worker_load
  cmp x21, #2
  b.eq dddk_worker_store
  cmp x21, #3
  b.eq dddk_worker_jump
  cmp x21, #4
  b.eq dddk_worker_trap
  cmp x21, #5
  b.eq dddk_worker_break

  .global dddk_worker_system_call
dddk_worker_system_call:
  svc #0
  b 2f

  .global dddk_worker_load
dddk_worker_load:
  ldr x0, [x0]
  b 2f

  .global dddk_worker_store
dddk_worker_store:
  str x1, [x0]
  b 2f

  .global dddk_worker_jump
dddk_worker_jump:
  br x0
  // So that the address behind it is not that of the next step's instruction.
  nop

  .global dddk_worker_trap
dddk_worker_trap:
  udf #0
  b 2f

  .global dddk_worker_break
dddk_worker_break:
  brk #0

2:
  stp x0, x1, [x20, #72]
  stp x2, x3, [x20, #88]
  stp x4, x5, [x20, #104]
  ldr x9, =dddk_worker_order_word
  ldr x10, [x9]
  add x10, x10, #1
  str x10, [x9]
  str x10, [x20, #64]
  b 1b
  .size dddk_worker_start, . - dddk_worker_start

  .ltorg

#endif
