// Bootinfo to resources to grants.
