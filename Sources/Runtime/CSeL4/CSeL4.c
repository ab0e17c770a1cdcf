#include "CSeL4.h"
