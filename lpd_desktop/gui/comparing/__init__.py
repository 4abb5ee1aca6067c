"""Two states of a plan side by side: what changed, where, word by word, and the way back."""
