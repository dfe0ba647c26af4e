"""The honest numbers, as a timed job computed them."""
