"""„Eingereichte Dokumente…“: what was handed over, and the papers that came back."""
