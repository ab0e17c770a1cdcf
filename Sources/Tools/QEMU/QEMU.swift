// Machines, console, QMP and qtest.
