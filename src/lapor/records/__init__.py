"""Tables, constraints and guards: the one Django app. Seen only by queries and steps."""
