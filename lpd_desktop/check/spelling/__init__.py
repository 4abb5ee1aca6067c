"""Spelling: which words of a text no dictionary, word list or rule knows, and what was meant."""
