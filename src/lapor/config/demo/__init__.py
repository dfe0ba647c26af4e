"""The demo world: invented people, real steps. Every sentence is our own, every run of one seed the same."""
