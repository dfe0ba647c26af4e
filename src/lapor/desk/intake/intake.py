"""The counter: an officer types a report for somebody who came, wrote or called, and hands him the receipt."""
