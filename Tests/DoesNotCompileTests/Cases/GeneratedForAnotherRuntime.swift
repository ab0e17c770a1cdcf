import DriverRuntime

enum Current: GeneratedInterface1 {}
enum Newer: GeneratedInterface2 {}  // error: cannot find type 'GeneratedInterface2' in scope
