"""Correcting the wording of the plan's form."""
