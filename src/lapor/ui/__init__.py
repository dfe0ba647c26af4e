"""The design kit: draws what it is given, fetches nothing."""
