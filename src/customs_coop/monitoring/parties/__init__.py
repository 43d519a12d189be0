"""The parties that report: their names, for whom they speak, and their members."""
