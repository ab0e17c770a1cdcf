import DriverRuntime

enum Current: GeneratedInterface2 {}
enum Newer: GeneratedInterface3 {}  // error: cannot find type 'GeneratedInterface3' in scope
