"""The change document: what became of one plan in another, as an accessible PDF."""
