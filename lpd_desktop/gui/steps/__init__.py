"""The steps of a plan: which there are, how far they are, where somebody was."""
