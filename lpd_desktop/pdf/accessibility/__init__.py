"""Checks a tagged PDF from its final bytes and says what a machine can say of its accessibility."""
