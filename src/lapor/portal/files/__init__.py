"""Attachments, through a route that checks who may see them."""
