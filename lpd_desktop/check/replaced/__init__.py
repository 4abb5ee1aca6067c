"""Figures of the text that followed from a budget which a newer one has replaced."""
