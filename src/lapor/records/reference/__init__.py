"""Reference data files that ship with LAPOR; NOTICE.md names sources and licences."""
