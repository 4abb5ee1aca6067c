"""Checks of dates, years, months and of what is compared with what."""
