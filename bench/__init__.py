"""Measurements of LAPOR under load: `./lapor bench`. They print ratios; they are no tests."""
