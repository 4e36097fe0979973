"""The lines of a text: what each is by its words and by where it stands."""
