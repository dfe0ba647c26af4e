"""Timed work and the worker's tasks."""
