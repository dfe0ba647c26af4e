"""Notices by e-mail, over whichever mail server the settings name."""
