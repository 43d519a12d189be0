"""Markdown with pipe tables, read."""
