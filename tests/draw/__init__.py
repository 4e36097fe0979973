"""Pictures: what is drawn, how it is set."""
