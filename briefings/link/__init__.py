"""Briefings → Archive: stories, related, origins, names, backlinks. Pure."""
