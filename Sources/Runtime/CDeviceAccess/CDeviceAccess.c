#include "CDeviceAccess.h"
