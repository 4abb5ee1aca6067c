"""The assistant that reads a budget out of a workbook."""
