"""Administrative regions of Indonesia, from province to village."""
