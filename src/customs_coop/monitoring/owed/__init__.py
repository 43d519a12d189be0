"""The reports that are owed: by whom, by when, and what answers them."""
