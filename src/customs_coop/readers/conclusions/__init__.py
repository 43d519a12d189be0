"""Conclusions of a council, a conference or a working group: what they ask, agree and note."""
