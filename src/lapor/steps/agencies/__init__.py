"""Changes of agencies, units and their teams."""
