#include "CLoaderEntry.h"
