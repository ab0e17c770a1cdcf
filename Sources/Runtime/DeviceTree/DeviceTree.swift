// Addresses, ranges and interrupts of a device tree, over any reader of its nodes.
