"""What `./lapor` does, in parts. Standard library only: it runs before the environment exists."""
