"""What stands beside the page: help, last year's answers, findings."""
