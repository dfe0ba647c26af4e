"""Changes of categories and ready texts."""
