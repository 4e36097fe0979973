"""Documents with a text layer: their rows as the lines of a text."""
