"""The country matrix: what each administration reported on each item."""
