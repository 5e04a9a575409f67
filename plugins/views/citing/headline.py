"""An English title with capitals as headlines have them: every word but small ones, and those first and last."""

import re

_SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of", "on", "onto", "or", "over",
    "so", "the", "till", "to", "up", "via", "with", "yet",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_](?:[\w'’]|-(?=\w))*")
_ENDS = (":", "?", "!", ".", "—")


def headline(title: str) -> str:
    """Capitalise; a word with a capital in it stays as it is (“iPhone”, “NATO”)."""
    words = title.split(" ")
    last = len(words) - 1
    return " ".join(
        _capital(word, keep=0 < place < last and not words[place - 1].endswith(_ENDS))
        for place, word in enumerate(words)
    )


def _capital(word: str, *, keep: bool) -> str:
    """Capitalise a word; a small one may be kept as it is."""
    if word != word.lower():
        return word
    if word.isalpha():  # as most are
        return word if keep and word in _SMALL else word[0].upper() + word[1:]
    found = _WORD.search(word)
    if found is None or (keep and found[0] in _SMALL):
        return word
    start = found.start()
    return word[:start] + word[start].upper() + word[start + 1 :]
