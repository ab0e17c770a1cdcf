// The model of a driver spec: value types, no I/O, no YAML.
