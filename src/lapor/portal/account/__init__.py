"""Accounts: signing in and out, own reports, contact data, language."""
