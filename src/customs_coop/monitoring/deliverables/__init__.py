"""What qualitative indicators ask for, stage by stage."""
