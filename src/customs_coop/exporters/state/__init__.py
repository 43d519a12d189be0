"""A state of play as a file: a note in the manner of the Council, and the country matrix alone."""
