"""Figures computed ahead of time, so that no page counts whole tables."""
