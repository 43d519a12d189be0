"""The account of a rollover: its entries, its rows, its balance, on paper and as JSON."""
