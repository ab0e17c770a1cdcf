// The Swift SDK bundle that the kit writes.
