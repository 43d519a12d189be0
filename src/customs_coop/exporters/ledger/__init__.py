"""The ledger of a rollover as a file: Markdown, a web page, a Word annex, rows for spreadsheets."""
