#include "CLoaderEntry.h"

_Static_assert(offsetof(LoaderHandover, physicalMinusVirtual) == 16, "Start.S");
_Static_assert(offsetof(LoaderHandover, deviceTreeAddress) == 32, "Start.S");
_Static_assert(offsetof(LoaderHandover, kernelEntry) == 48, "Start.S");
_Static_assert(offsetof(LoaderHandover, userCycleCounter) == 56, "Start.S");
_Static_assert(loaderDeviceTreeCapacity == 64 * 1024, "Start.S");

#if !defined(__linux__) && !defined(__APPLE__)

uint64_t loader_first_argument_word;

extern char __image_start[];
extern char __image_end[];
extern uint64_t loader_tables[];
extern char loader_device_tree[];

uint64_t loader_first_argument(void) { return loader_first_argument_word; }
uint64_t loader_start(void) { return (uint64_t)__image_start; }
uint64_t loader_end(void) { return (uint64_t)__image_end; }
uint64_t *loader_translation_tables(void) { return loader_tables; }
void *loader_device_tree_buffer(void) { return loader_device_tree; }

#endif
