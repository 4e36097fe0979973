"""People, organisations, places and laws an article names: one entry for each real thing."""
