"""The deadlines of plans as calendars: which entries there are, and what stands in them."""
