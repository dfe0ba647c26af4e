"""Loads the reference data that ships with LAPOR."""
