// What the root task starts: written on the host, read on the target.
