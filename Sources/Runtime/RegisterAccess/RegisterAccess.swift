// The only place that holds an MMIO pointer.
