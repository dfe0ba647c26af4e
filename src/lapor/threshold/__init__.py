"""What all entries share on the way in: who is asking, what a view allows, how often."""
