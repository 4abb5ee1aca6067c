"""Checks of the figures in the text: against the tables and against each other."""
