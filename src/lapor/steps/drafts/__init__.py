"""Unsent reports, kept so that nothing typed is lost."""
