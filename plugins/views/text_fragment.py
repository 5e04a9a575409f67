"""Addresses that lead to a passage of a page (WICG “URL Fragment Text Directives”)."""

from urllib.parse import quote

_WHOLE = 80
"""A quote of so many characters at most is named whole; of a longer one its first and last words."""
_ENDS = 5
"""How many words of a longer quote are named at each end."""


def to_passage(address: str, passage: str) -> str:
    """Give the address of a passage on a page: browsers scroll to it and mark it; those that cannot, open the page."""
    words = passage.split()
    if len(passage) <= _WHOLE or len(words) < 2 * _ENDS:
        directive = _encoded(words)
    else:
        directive = f"{_encoded(words[:_ENDS])},{_encoded(words[-_ENDS:])}"
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"


def _encoded(words: list[str]) -> str:
    """Encode words: hyphen, comma and ampersand mean something in a directive, so they are encoded too."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
