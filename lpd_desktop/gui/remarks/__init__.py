"""Remarks in the window: marked in the text, listed beside the page, answered, passed on."""
