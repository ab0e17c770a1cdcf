#include "CStart.h"
