"""Earlier states of a budget, and sentences that still name their amounts."""
