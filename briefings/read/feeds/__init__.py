"""Feed files: one article for each entry."""
