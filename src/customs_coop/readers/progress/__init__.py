"""Progress that comes back from where people keep it: what was ticked off in a calendar."""
