"""Small slips of typing: where they are, and what the text is without them."""
