"""Who is meant: the names in cells of parties, and the bodies that sentences name or address."""
