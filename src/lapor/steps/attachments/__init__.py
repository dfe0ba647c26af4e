"""Files that people hand in: stored, handed over, removed, cleared away."""
