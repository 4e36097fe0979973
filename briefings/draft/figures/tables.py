"""Tables of words, written as the words themselves."""


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(text.split())


def word_table(**groups: str) -> dict[str, str]:
    """Turn `killed="killed slain"` into a table from each word to its group."""
    return {word: of for of, words in groups.items() for word in words.split()}
