"""The daily backup in the window: where it goes, how it went, and the way back."""
