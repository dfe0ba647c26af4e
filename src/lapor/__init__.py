"""LAPOR!: complaints, aspirations and information requests about public services."""
