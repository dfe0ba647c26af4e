"""Agencies, units, teams and decrees."""
