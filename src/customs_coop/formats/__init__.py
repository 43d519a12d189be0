"""What readers and exporters share: the columns of a table, Word files, calendars."""
