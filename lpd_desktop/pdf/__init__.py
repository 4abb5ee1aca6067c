"""Plan to tagged, archivable PDF and back; the only user of reportlab, pikepdf and pypdfium2."""
