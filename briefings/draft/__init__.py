"""Article → Note → Briefing: summary, points, quotes, names, topics. Pure."""
