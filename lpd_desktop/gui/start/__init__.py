"""The start page and the ways to an open plan."""
