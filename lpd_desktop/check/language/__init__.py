"""Checks of words: leftovers, spelling variants, abbreviations, persons, terms of the law."""
