"""Which days count, and how many of them."""
