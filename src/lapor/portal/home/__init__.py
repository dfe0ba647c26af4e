"""The front page, and pages about the system."""
