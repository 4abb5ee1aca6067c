"""A chart of a budget: what it shows, the same in words, and where its bars and labels stand."""
