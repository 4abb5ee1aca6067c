"""Sheets out of `.xlsx` and `.xlsm`: values and formulas in one pass, no more than needed."""
