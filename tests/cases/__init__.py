"""Golden cases: folders a reader can open, each an article and the briefing it must give."""
