"""What is left of a damaged store, and the new one that is built of it."""
