"""Published reports: list, search, one report, support, feeds."""
