#pragma once

// Attributes of a mapping, one bit each. Manual, section 7.2. Without the first, memory is Device-nGnRnE.
enum {
  seL4_ARM_PageCacheable = 1,
  seL4_ARM_ParityEnabled = 2,
  seL4_ARM_ExecuteNever = 4,
  seL4_ARM_Default_VMAttributes = 3,
};

// How an interrupt line asks: `seL4_IRQControl_GetTrigger`. Manual, section 8.1.
enum {
  seL4_ARM_IRQ_Level = 0,
  seL4_ARM_IRQ_Edge = 1,
};
