"""Agencies and their units as one tree, with the decrees that name their complaint teams."""
