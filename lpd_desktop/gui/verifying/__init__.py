"""„PDF prüfen“: whether a file is as it was written."""
