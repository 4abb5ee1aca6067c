"""Trials that are counted: what becomes of the drafts when something goes wrong."""
