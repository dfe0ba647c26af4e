"""What holds for many reports: categories, ready texts, notices, day limits, days off."""
