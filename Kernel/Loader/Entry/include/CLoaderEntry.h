#pragma once

#include <stddef.h>
#include <stdint.h>

/// What the loader gives to the kernel in its first six argument registers, and what the processor must be told first.
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

/// Writes back what the caches hold of a range, and drops it, where caches are not coherent with the MMU off.
void loader_clean(uint64_t start, uint64_t end);

/// Stops the processor.
void loader_stop(void);

/// Where who started the loader says that the device tree is, or 0.
uint64_t loader_given_device_tree(void);

/// Where the board puts the device tree without saying so, or 0.
uint64_t loader_board_device_tree(void);

/// Prints, as the firmware does or at the board's serial port.
void loader_put_character(uint8_t character);

/// The loader's first byte, and the first page behind it, where the archive is appended.
uint64_t loader_start(void);
uint64_t loader_end(void);

/// The translation tables, 512 entries each: as many as `TranslationTables` fills for the processor.
uint64_t *loader_translation_tables(void);

/// The buffer of `loaderDeviceTreeCapacity` bytes.
void *loader_device_tree_buffer(void);
