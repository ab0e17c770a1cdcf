#include "CKernelEntry.h"
