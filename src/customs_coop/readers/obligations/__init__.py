"""Duties that documents lay down in words: who has to do or to report what, when, to whom."""
