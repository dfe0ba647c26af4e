"""Changes of accounts, memberships and sessions."""
