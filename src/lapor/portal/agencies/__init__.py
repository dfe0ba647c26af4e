"""Agency pages: team, doors, performance."""
