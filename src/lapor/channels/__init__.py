"""Doors in and out other than the web: e-mail out today."""
