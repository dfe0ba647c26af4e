"""What somebody has typed but not sent yet."""
