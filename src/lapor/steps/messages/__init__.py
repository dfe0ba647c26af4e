"""Notices on their way: claimed, sent, read; and their words, edited."""
