"""Colours, letters, icons, and widgets that only differ in how they look."""
