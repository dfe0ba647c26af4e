"""Changes of day limits and holidays."""
