"""The formats of a plan that spreadsheets open: a workbook of facts, and the table as CSV."""
