// A device tree blob read through libfdt.
