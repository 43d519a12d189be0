"""Files as they come: their kind, their encoding, what they unpack to, and why one is refused."""
