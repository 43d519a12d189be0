"""Web pages, read."""
