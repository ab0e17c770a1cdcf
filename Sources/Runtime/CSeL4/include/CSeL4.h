#pragma once

// The seL4 API as the SeL4 module sees it: its numbers, and the one instruction that makes a system call.
//
// The numbers come from the kit's own headers, or, when the SDK defines DDDK_INSTALLED_LIBSEL4 and adds an
// installation's libsel4/include to the search path, from that installation's.

#if defined(DDDK_INSTALLED_LIBSEL4)
#include <sel4/sel4.h>
#else
#include <sel4/api.h>
#endif

/// The numbers under names of their own, so that Swift sees the same in both cases: constants of type `Int`.
enum {
#define SEL4_NUMBER(name, value) SeL4_##name = (long)(value),
#include "numbers.def"
#undef SEL4_NUMBER
};

/// What a system call takes and gives back in registers: the capability pointer or badge, the message's info
/// word and its first four words.
typedef struct {
  unsigned long badge;
  unsigned long info;
  unsigned long word0;
  unsigned long word1;
  unsigned long word2;
  unsigned long word3;
} SeL4Registers;

/// Makes instructions that this processor has written visible to its own fetches, where user level may do that
/// itself and the kernel has no call for it.
static inline __attribute__((always_inline)) void SeL4_synchroniseInstructions(void) {
#if defined(__riscv) && !defined(__linux__)
  __asm__ volatile("fence.i" ::: "memory");
#endif
}

#if !defined(__linux__) && !defined(__APPLE__)

/// The running thread's IPC buffer: thread-local, set once by the start code. The name is libsel4's.
extern __thread seL4_IPCBuffer *_Nullable __sel4_ipc_buffer;

/// Pure, so that what reads a word which nobody uses is left out: all of an error's decoding where a refusal ends the program.
static inline __attribute__((always_inline, pure)) void *_Nonnull SeL4_ipcBuffer(void) {
  return (void *_Nonnull)__sel4_ipc_buffer;
}

static inline __attribute__((always_inline)) void SeL4_setIPCBuffer(void *_Nullable buffer) {
  __sel4_ipc_buffer = (seL4_IPCBuffer *)buffer;
}

#if defined(__aarch64__)

/// Sends and receives: every register goes in and comes out. Call, ReplyRecv, Recv, NBRecv.
static inline __attribute__((always_inline)) SeL4Registers SeL4_exchange(long number, SeL4Registers in) {
  register unsigned long badge __asm__("x0") = in.badge;
  register unsigned long info __asm__("x1") = in.info;
  register unsigned long word0 __asm__("x2") = in.word0;
  register unsigned long word1 __asm__("x3") = in.word1;
  register unsigned long word2 __asm__("x4") = in.word2;
  register unsigned long word3 __asm__("x5") = in.word3;
  register long callNumber __asm__("x7") = number;
  __asm__ volatile("svc #0"
                   : "+r"(badge), "+r"(info), "+r"(word0), "+r"(word1), "+r"(word2), "+r"(word3)
                   : "r"(callNumber)
                   : "memory");
  return (SeL4Registers){badge, info, word0, word1, word2, word3};
}

/// Receives: only the capability goes in. Recv, NBRecv.
static inline __attribute__((always_inline)) SeL4Registers SeL4_receive(long number, unsigned long capability) {
  register unsigned long badge __asm__("x0") = capability;
  register unsigned long info __asm__("x1");
  register unsigned long word0 __asm__("x2");
  register unsigned long word1 __asm__("x3");
  register unsigned long word2 __asm__("x4");
  register unsigned long word3 __asm__("x5");
  register long callNumber __asm__("x7") = number;
  __asm__ volatile("svc #0"
                   : "+r"(badge), "=r"(info), "=r"(word0), "=r"(word1), "=r"(word2), "=r"(word3)
                   : "r"(callNumber)
                   : "memory");
  return (SeL4Registers){badge, info, word0, word1, word2, word3};
}

/// Sends a message without words: a signal. The kernel leaves the message registers alone.
static inline __attribute__((always_inline)) void SeL4_sendEmpty(
    long number, unsigned long capability, unsigned long messageInfo) {
  register unsigned long badge __asm__("x0") = capability;
  register unsigned long info __asm__("x1") = messageInfo;
  register long callNumber __asm__("x7") = number;
  __asm__ volatile("svc #0" : "+r"(badge), "+r"(info) : "r"(callNumber) : "memory");
}

/// A system call without arguments: Yield.
static inline __attribute__((always_inline)) void SeL4_call(long number) {
  register long callNumber __asm__("x7") = number;
  __asm__ volatile("svc #0" : : "r"(callNumber) : "memory");
}

#elif defined(__riscv)

/// Sends and receives: every register goes in and comes out. Call, ReplyRecv, Recv, NBRecv.
static inline __attribute__((always_inline)) SeL4Registers SeL4_exchange(long number, SeL4Registers in) {
  register unsigned long badge __asm__("a0") = in.badge;
  register unsigned long info __asm__("a1") = in.info;
  register unsigned long word0 __asm__("a2") = in.word0;
  register unsigned long word1 __asm__("a3") = in.word1;
  register unsigned long word2 __asm__("a4") = in.word2;
  register unsigned long word3 __asm__("a5") = in.word3;
  register long callNumber __asm__("a7") = number;
  __asm__ volatile("ecall"
                   : "+r"(badge), "+r"(info), "+r"(word0), "+r"(word1), "+r"(word2), "+r"(word3)
                   : "r"(callNumber)
                   : "memory");
  return (SeL4Registers){badge, info, word0, word1, word2, word3};
}

/// Receives: only the capability goes in. Recv, NBRecv.
static inline __attribute__((always_inline)) SeL4Registers SeL4_receive(long number, unsigned long capability) {
  register unsigned long badge __asm__("a0") = capability;
  register unsigned long info __asm__("a1");
  register unsigned long word0 __asm__("a2");
  register unsigned long word1 __asm__("a3");
  register unsigned long word2 __asm__("a4");
  register unsigned long word3 __asm__("a5");
  register long callNumber __asm__("a7") = number;
  __asm__ volatile("ecall"
                   : "+r"(badge), "=r"(info), "=r"(word0), "=r"(word1), "=r"(word2), "=r"(word3)
                   : "r"(callNumber)
                   : "memory");
  return (SeL4Registers){badge, info, word0, word1, word2, word3};
}

/// Sends a message without words: a signal. The kernel leaves the message registers alone.
static inline __attribute__((always_inline)) void SeL4_sendEmpty(
    long number, unsigned long capability, unsigned long messageInfo) {
  register unsigned long badge __asm__("a0") = capability;
  register unsigned long info __asm__("a1") = messageInfo;
  register long callNumber __asm__("a7") = number;
  __asm__ volatile("ecall" : "+r"(badge), "+r"(info) : "r"(callNumber) : "memory");
}

/// A system call without arguments: Yield.
static inline __attribute__((always_inline)) void SeL4_call(long number) {
  register long callNumber __asm__("a7") = number;
  __asm__ volatile("ecall" : : "r"(callNumber) : "memory");
}

#elif defined(__x86_64__)

// `syscall` overwrites rcx and r11, and the kernel may lose the stack pointer: it waits in rbx.
#define SEL4_SYSTEM_CALL "movq %%rsp, %%rbx\n\tsyscall\n\tmovq %%rbx, %%rsp"

/// Sends and receives: every register goes in and comes out. Call, ReplyRecv, Recv, NBRecv.
static inline __attribute__((always_inline)) SeL4Registers SeL4_exchange(long number, SeL4Registers in) {
  register unsigned long word0 __asm__("r10") = in.word0;
  register unsigned long word1 __asm__("r8") = in.word1;
  register unsigned long word2 __asm__("r9") = in.word2;
  register unsigned long word3 __asm__("r15") = in.word3;
  unsigned long badge = in.badge;
  unsigned long info = in.info;
  __asm__ volatile(SEL4_SYSTEM_CALL
                   : "+D"(badge), "+S"(info), "+r"(word0), "+r"(word1), "+r"(word2), "+r"(word3)
                   : "d"(number)
                   : "rbx", "rcx", "r11", "memory");
  return (SeL4Registers){badge, info, word0, word1, word2, word3};
}

/// Receives: only the capability goes in. Recv, NBRecv.
static inline __attribute__((always_inline)) SeL4Registers SeL4_receive(long number, unsigned long capability) {
  register unsigned long word0 __asm__("r10");
  register unsigned long word1 __asm__("r8");
  register unsigned long word2 __asm__("r9");
  register unsigned long word3 __asm__("r15");
  unsigned long badge = capability;
  unsigned long info;
  __asm__ volatile(SEL4_SYSTEM_CALL
                   : "+D"(badge), "=S"(info), "=r"(word0), "=r"(word1), "=r"(word2), "=r"(word3)
                   : "d"(number)
                   : "rbx", "rcx", "r11", "memory");
  return (SeL4Registers){badge, info, word0, word1, word2, word3};
}

/// Sends a message without words: a signal. The kernel leaves the message registers alone.
static inline __attribute__((always_inline)) void SeL4_sendEmpty(
    long number, unsigned long capability, unsigned long messageInfo) {
  __asm__ volatile(SEL4_SYSTEM_CALL
                   : "+D"(capability), "+S"(messageInfo)
                   : "d"(number)
                   : "rbx", "rcx", "r11", "memory");
}

/// A system call without arguments: Yield.
static inline __attribute__((always_inline)) void SeL4_call(long number) {
  __asm__ volatile(SEL4_SYSTEM_CALL : : "d"(number) : "rbx", "rcx", "r11", "memory");
}

#undef SEL4_SYSTEM_CALL

#else
#error "no system-call sequence for this processor"
#endif
#endif
