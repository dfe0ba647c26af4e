"""Reports, their history, clocks, identities and files."""
