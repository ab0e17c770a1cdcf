// Single-producer single-consumer rings over shared memory.
