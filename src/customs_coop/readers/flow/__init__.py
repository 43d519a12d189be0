"""The column flow of the later action plans: one box of labels and texts for each action."""
