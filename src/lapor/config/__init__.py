"""Settings, URLs and wiring: imports all, imported by none."""
