"""Last year's plan beside this year's: which answer belongs to which question."""
