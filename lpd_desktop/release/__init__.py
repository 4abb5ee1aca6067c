"""States, seal, sign-off, verification, hand-over."""
