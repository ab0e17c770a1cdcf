// Objects, capabilities, invocations and scheduling.
