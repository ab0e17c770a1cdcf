#pragma once

#include <stddef.h>
#include <stdint.h>

/// What the loader gives to the kernel, in x0…x5, and what the processor must be told first.
typedef struct {
  uint64_t userImageStart;
  uint64_t userImageEnd;
  uint64_t physicalMinusVirtual;
  uint64_t userEntry;
  uint64_t deviceTreeAddress;
  uint64_t deviceTreeSize;
  uint64_t kernelEntry;
  uint64_t userCycleCounter;
} LoaderHandover;

/// Room for the device tree while what stands where it was is overwritten.
enum { loaderDeviceTreeCapacity = 64 * 1024 };

/// Turns the MMU and the caches on over the translation tables, and enters the kernel.
void loader_enter(const LoaderHandover *handover);

/// Writes back what the caches hold of a range, and drops it.
void loader_clean(uint64_t start, uint64_t end);

/// Stops the processor.
void loader_stop(void);

/// What x0 was at entry: the device tree's address, or 0.
uint64_t loader_first_argument(void);

/// The loader's first byte, and the first page behind it, where the archive is appended.
uint64_t loader_start(void);
uint64_t loader_end(void);

/// The translation tables: two for the lower half, three for the upper half, 512 entries each.
uint64_t *loader_translation_tables(void);

/// The buffer of `loaderDeviceTreeCapacity` bytes.
void *loader_device_tree_buffer(void);
