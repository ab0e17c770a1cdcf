// The seL4 API as Swift types.
