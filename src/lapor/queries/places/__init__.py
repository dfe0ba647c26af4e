"""Where things are: finding places by name, code and point."""
