"""How an action stands: the words that say so, and what they are read as."""
