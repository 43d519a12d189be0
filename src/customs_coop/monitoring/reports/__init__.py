"""Reports on progress: what they say, what contradicts what, and how they are added."""
