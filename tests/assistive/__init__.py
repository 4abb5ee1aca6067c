"""The window as a screen reader meets it: the real accessibility tree on a virtual screen."""
