"""Officers: who is trusted with what, since when and by which decree."""
