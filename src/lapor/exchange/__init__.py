"""Other complaint systems. Empty room until they are connected."""
