"""Notices as people read them."""
