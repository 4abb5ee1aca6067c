"""What is missing or doubtful: one engine for window, command line and ministry."""
