"""Sheets out of `.xls` and `.xlsb`, record by record."""
