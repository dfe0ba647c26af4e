"""Reads of reports: one file per question, frozen dataclasses per audience."""
