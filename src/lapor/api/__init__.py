"""Machine-readable doors under /api/."""
