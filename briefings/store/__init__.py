"""Briefing file ↔ Briefing, merging, registers: everything the desk keeps on disk."""
