"""What reports are about."""
