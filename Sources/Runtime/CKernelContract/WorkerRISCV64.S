#if !defined(__linux__) && !defined(__APPLE__) && defined(__riscv)

// The loop of a worker, as WorkerAArch64.S has it. Its block is in s0; every instruction has 4 bytes, so that the one
// behind a step's is told as such.

  .option push
  .option norvc
  .option norelax
  .section .text.dddk_worker, "ax", %progbits
  .balign 4
  .global dddk_worker_start
  .type dddk_worker_start, %function
dddk_worker_start:
  mv s0, a0
1:
  ld s1, 0(s0)
  addi t0, s1, 128
  sd t0, 0(s0)
  ld s2, 0(s1)
  ld a7, 8(s1)
  ld a0, 16(s1)
  ld a1, 24(s1)
  ld a2, 32(s1)
  ld a3, 40(s1)
  ld a4, 48(s1)
  ld a5, 56(s1)
  mv a6, zero
  li t0, 1
  beq s2, t0, dddk_worker_load
  li t0, 2
  beq s2, t0, dddk_worker_store
  li t0, 3
  beq s2, t0, dddk_worker_jump
  li t0, 4
  beq s2, t0, dddk_worker_trap
  li t0, 5
  beq s2, t0, dddk_worker_break

  .global dddk_worker_system_call
dddk_worker_system_call:
  ecall
  j 2f

  .global dddk_worker_load
dddk_worker_load:
  ld a0, 0(a0)
  j 2f

  .global dddk_worker_store
dddk_worker_store:
  sd a1, 0(a0)
  j 2f

  .global dddk_worker_jump
dddk_worker_jump:
  jr a0
  // So that the address behind it is not that of the next step's instruction.
  nop

  .global dddk_worker_trap
dddk_worker_trap:
  .word 0
  j 2f

  .global dddk_worker_break
dddk_worker_break:
  ebreak

2:
  sd a0, 72(s1)
  sd a1, 80(s1)
  sd a2, 88(s1)
  sd a3, 96(s1)
  sd a4, 104(s1)
  sd a5, 112(s1)
  la t0, dddk_worker_order_word
  ld t1, 0(t0)
  addi t1, t1, 1
  sd t1, 0(t0)
  sd t1, 64(s1)
  j 1b
  .size dddk_worker_start, . - dddk_worker_start
  .option pop

#endif
