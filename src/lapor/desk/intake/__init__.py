"""Intake of walk-ins, letters and calls."""
