// Which components run, on which device, talking to whom.
