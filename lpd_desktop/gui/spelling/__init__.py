"""Spelling in the window: marks below unknown words, their menu, the lists of added words."""
