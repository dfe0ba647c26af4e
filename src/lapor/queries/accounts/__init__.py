"""Reads of accounts and what they are trusted with."""
