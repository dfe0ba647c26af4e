"""Routing: down, back, return, decide, transfer, in bulk."""
