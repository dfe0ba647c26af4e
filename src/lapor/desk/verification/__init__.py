"""Verification: public text, class, category, destination."""
