"""Numbers an article states, and what they count."""
