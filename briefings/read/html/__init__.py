"""Saved pages: the story, what metadata and marked elements state, and every tag's role."""
