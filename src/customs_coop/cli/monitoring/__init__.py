"""The commands that tell who owes what, what was reported, and how everything stands."""
