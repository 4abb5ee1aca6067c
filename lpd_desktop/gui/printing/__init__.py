"""The plan on paper, and in the PDF program of the machine."""
