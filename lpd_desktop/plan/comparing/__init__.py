"""What changed between two states of a plan, answer by answer and word by word."""
