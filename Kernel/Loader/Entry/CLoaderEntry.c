#include "CLoaderEntry.h"

_Static_assert(offsetof(LoaderHandover, physicalMinusVirtual) == 16, "AArch64.S, RISCV64.S");
_Static_assert(offsetof(LoaderHandover, deviceTreeAddress) == 32, "AArch64.S, RISCV64.S");
_Static_assert(offsetof(LoaderHandover, kernelEntry) == 48, "AArch64.S, RISCV64.S");
_Static_assert(offsetof(LoaderHandover, userCycleCounter) == 56, "AArch64.S, RISCV64.S");
_Static_assert(loaderDeviceTreeCapacity == 64 * 1024, "AArch64.S, RISCV64.S");

#if !defined(__linux__) && !defined(__APPLE__)

uint64_t loader_device_tree_word;

extern char __image_start[];
extern char __image_end[];
extern uint64_t loader_tables[];
extern char loader_device_tree[];

uint64_t loader_given_device_tree(void) { return loader_device_tree_word; }
uint64_t loader_board_device_tree(void) { return DDDK_DEVICE_TREE; }
uint64_t loader_start(void) { return (uint64_t)__image_start; }
uint64_t loader_end(void) { return (uint64_t)__image_end; }
void loader_put_character(uint8_t character) {
#if defined(__riscv)
  // SBI, legacy extension: sbi_console_putchar.
  register uint64_t a0 __asm__("a0") = character;
  register uint64_t a1 __asm__("a1") = 0;
  register uint64_t a7 __asm__("a7") = 1;
  __asm__ volatile("ecall" : "+r"(a0), "+r"(a1) : "r"(a7) : "memory");
#else
  *(volatile uint32_t *)DDDK_CONSOLE = character;
#endif
}

uint64_t *loader_translation_tables(void) { return loader_tables; }
void *loader_device_tree_buffer(void) { return loader_device_tree; }

#endif
