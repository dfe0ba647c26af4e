"""What officers arrange for themselves."""
