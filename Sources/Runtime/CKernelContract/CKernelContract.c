#include "CKernelContract.h"

enum { blockWords = DDDK_workerHeaderWords + DDDK_workerSteps * DDDK_workerStepWords };

#if !defined(__linux__) && !defined(__APPLE__)

volatile unsigned long dddk_worker_blocks[DDDK_workerCount][blockWords];
volatile unsigned long dddk_worker_order_word;

extern const char dddk_worker_start[];
extern const char dddk_worker_system_call[];
extern const char dddk_worker_load[];
extern const char dddk_worker_store[];
extern const char dddk_worker_jump[];
extern const char dddk_worker_trap[];
extern const char dddk_worker_break[];
#if defined(__x86_64__)
extern const char dddk_worker_bases[];
extern const char dddk_worker_kernel_interrupt[];
extern const char dddk_worker_nobodys_interrupt[];
extern const char dddk_worker_spurious_interrupt[];
extern const char dddk_worker_port[];
#endif

unsigned long dddk_worker_block(long worker) { return (unsigned long)dddk_worker_blocks[worker]; }

unsigned long dddk_worker_entry(void) { return (unsigned long)dddk_worker_start; }

unsigned long dddk_worker_instruction(long kind) {
  switch (kind) {
  case DDDK_stepSystemCall: return (unsigned long)dddk_worker_system_call;
  case DDDK_stepLoad: return (unsigned long)dddk_worker_load;
  case DDDK_stepStore: return (unsigned long)dddk_worker_store;
  case DDDK_stepJump: return (unsigned long)dddk_worker_jump;
  case DDDK_stepTrap: return (unsigned long)dddk_worker_trap;
#if defined(__x86_64__)
  case DDDK_stepBases: return (unsigned long)dddk_worker_bases;
  case DDDK_stepKernelInterrupt: return (unsigned long)dddk_worker_kernel_interrupt;
  case DDDK_stepNobodysInterrupt: return (unsigned long)dddk_worker_nobodys_interrupt;
  case DDDK_stepSpuriousInterrupt: return (unsigned long)dddk_worker_spurious_interrupt;
  case DDDK_stepPort: return (unsigned long)dddk_worker_port;
#endif
  default: return (unsigned long)dddk_worker_break;
  }
}

#else

// On the host nobody executes these addresses: a test plays the threads. Each of its threads has workers of its own.
static __thread unsigned long dddk_worker_blocks[DDDK_workerCount][blockWords];
static __thread unsigned long dddk_worker_order_word;

unsigned long dddk_worker_block(long worker) { return 0x600000 + (unsigned long)worker * sizeof dddk_worker_blocks[0]; }
unsigned long dddk_worker_entry(void) { return 0x500000; }
unsigned long dddk_worker_instruction(long kind) { return 0x500100 + (unsigned long)kind * 0x10; }

#endif

#if defined(MODEL_X86_64) || defined(__x86_64__) && !defined(__linux__) && !defined(__APPLE__)
// How long the instructions are that WorkerX86_64.S has for steps.
static const unsigned char lengths[] = {
    [DDDK_stepSystemCall] = 2, [DDDK_stepLoad] = 3, [DDDK_stepStore] = 3, [DDDK_stepJump] = 2, [DDDK_stepTrap] = 2,
    [DDDK_stepBreak] = 1, [DDDK_stepBases] = 5, [DDDK_stepKernelInterrupt] = 2, [DDDK_stepNobodysInterrupt] = 2,
    [DDDK_stepSpuriousInterrupt] = 2, [DDDK_stepPort] = 1,
};

unsigned long dddk_worker_behind(long kind) { return dddk_worker_instruction(kind) + lengths[kind]; }
#else
unsigned long dddk_worker_behind(long kind) { return dddk_worker_instruction(kind) + 4; }
#endif

unsigned long dddk_worker_word(long worker, long index) { return dddk_worker_blocks[worker][index]; }

void dddk_worker_set_word(long worker, long index, unsigned long value) {
  dddk_worker_blocks[worker][index] = value;
}

unsigned long dddk_worker_order(void) { return dddk_worker_order_word; }

void dddk_worker_set_order(unsigned long order) { dddk_worker_order_word = order; }

enum { textBytes = 1 << 17 };
static unsigned char text[textBytes];
static unsigned long textBegin, textEnd;

int dddk_text_keep(int byte) {
  if (textEnd == textBytes) return 0;
  text[textEnd++] = (unsigned char)byte;
  return 1;
}

int dddk_text_take(void) {
  if (textBegin == textEnd) {
    textBegin = textEnd = 0;
    return -1;
  }
  return text[textBegin++];
}
