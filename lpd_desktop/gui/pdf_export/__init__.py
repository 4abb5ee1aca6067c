"""The document as PDF: which edition, where to, and what can be done with it then."""
