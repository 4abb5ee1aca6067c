"""The budget page's grid, sums, rows and chart."""
