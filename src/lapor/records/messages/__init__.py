"""Notices to people: the outbox, its receipts and its templates."""
