"""A language model before the gate."""
