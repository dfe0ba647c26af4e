"""Officers and what they are trusted with."""
