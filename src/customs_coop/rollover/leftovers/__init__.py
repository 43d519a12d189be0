"""What earlier rollovers put off or left open, until something goes on with it."""
