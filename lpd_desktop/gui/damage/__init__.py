"""A damaged store: noticed at the start or in the background, repaired from the start page."""
