"""Remarks on a plan as an accessible PDF: an annex of its own, never part of the plan."""
