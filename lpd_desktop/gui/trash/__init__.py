"""Drafts that were deleted: brought back, or erased for good."""
