"""Telling it: the form, its draft, and sending."""
