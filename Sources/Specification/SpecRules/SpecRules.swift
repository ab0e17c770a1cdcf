// One rule, one file.
