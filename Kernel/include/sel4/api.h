#pragma once

// The seL4 API's C face: numbers, message formats and memory layouts of seL4 16.0, without MCS, for the processor
// that is compiled for, as its manual gives them. Names are the manual's, so that a reader may look them up there; file
// names differ from libsel4's on purpose, so that both include folders may stand on one search path.
//
// Constants stand in unnamed enumerations: Swift sees them as `Int`, C as plain integers.

#include <sel4/words.h>
#include <sel4/architecture.h>
#include <sel4/system_calls.h>
#include <sel4/object_types.h>
#include <sel4/invocation_labels.h>
#include <sel4/error_codes.h>
#include <sel4/messages.h>
#include <sel4/fault_messages.h>
#include <sel4/boot_information.h>
