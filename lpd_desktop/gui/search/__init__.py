"""Searching and replacing over the whole plan."""
