"""File → Article: text, HTML, Markdown; every line accounted for."""
