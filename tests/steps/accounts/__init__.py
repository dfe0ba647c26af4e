"""Administration, on real PostgreSQL."""
