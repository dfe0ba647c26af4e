"""Figures computed ahead of time."""
