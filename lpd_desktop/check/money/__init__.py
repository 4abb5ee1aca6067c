"""Checks of the budget tables beyond their identities."""
