"""The work plan: tab tables of actions, one row each, by work area, as in 14680/05."""
