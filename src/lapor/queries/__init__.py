"""Reads: take an Actor, give frozen dataclasses."""
