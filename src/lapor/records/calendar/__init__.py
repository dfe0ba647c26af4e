"""Holidays, day limits and which reference data is loaded."""
