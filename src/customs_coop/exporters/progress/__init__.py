"""Templates of progress that people fill in: for spreadsheets and as questionnaires in Word."""
