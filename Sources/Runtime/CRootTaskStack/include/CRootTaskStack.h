#pragma once

// Linked into the root task only: the stack on which `_start` runs it, since the kernel gives it none.
