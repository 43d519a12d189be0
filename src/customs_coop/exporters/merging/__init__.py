"""What comes of a merge as a file: the conflicts and what was taken, as tables."""
