"""Copies of the store in a folder of choice: made daily, kept, thinned out, restored."""
