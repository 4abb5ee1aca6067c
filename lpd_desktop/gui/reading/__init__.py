"""The whole plan as text to be read."""
