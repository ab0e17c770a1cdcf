// From a checked spec to Swift source.
