"""What reports are about and the texts officers answer with."""
