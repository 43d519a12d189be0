"""What a document says of itself: its cover, the plan that it prints, its footnotes."""
