"""Text documents in: what a .docx, .md or .txt says, and where in the form it belongs."""
