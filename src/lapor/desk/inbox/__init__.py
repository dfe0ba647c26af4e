"""The inbox by clock, saved views, search, notices."""
