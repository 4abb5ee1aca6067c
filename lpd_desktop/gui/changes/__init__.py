"""Changes of words shown before they are made: replacing and cleaning up share one preview."""
