"""What the last build knew, kept on disk."""
