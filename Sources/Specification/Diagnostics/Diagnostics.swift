// A diagnostic, its place in a file, and how it is shown.
