"""How long the texts are: below each field, and of the whole plan in a dialog."""
