"""What a file shows, whatever its kind: paragraphs, labels, tables, and their common text."""
