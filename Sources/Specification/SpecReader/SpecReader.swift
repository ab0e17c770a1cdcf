// YAML to model; every value keeps its line and column.
