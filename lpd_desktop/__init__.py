"""LPD Desktop: the Lokale Planungsdokument of a Jobcenter, from empty plan to approved PDF."""

__version__ = "0.1.0"
