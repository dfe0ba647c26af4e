"""Attachments, through a route that checks permission."""
