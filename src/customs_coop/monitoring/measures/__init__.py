"""What was measured of quantitative indicators, and what came of it by objective."""
