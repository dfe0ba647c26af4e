"""The gallery of the design kit, in demo and test only."""
