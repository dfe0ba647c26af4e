"""Categories, templates, day limits, holidays."""
