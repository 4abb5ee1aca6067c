"""The .lpd file of an open draft: which of the two is newer, and what one does about it."""
