"""Moves of a report: one file, one public function per move."""
