import DriverRuntime

enum Current: GeneratedInterface3 {}
enum Newer: GeneratedInterface4 {}  // error: cannot find type 'GeneratedInterface4' in scope
