"""Sheets out of `.ods`: values, displays and formulas in one bounded pass."""
