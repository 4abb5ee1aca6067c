"""Findings at the field, in lists and dialogs, and the way from one to the next."""
