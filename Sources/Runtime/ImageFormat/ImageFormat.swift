// ELF and archive readers that trust no byte.
