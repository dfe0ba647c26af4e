"""What the regulation says: pure Python, no Django, no clock, no database."""
