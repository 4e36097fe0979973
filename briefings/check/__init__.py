"""Rules over briefings and the archive → findings with file:line:column. Pure."""
