"""Accounts, and what they are trusted with."""
