#include "CSeL4.h"

#if !defined(__linux__) && !defined(__APPLE__)
__thread seL4_IPCBuffer *__sel4_ipc_buffer;
#endif
