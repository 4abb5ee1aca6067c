"""What of a PDF differs from the one that its data give, named for what it is."""
