"""A name as it is shown → family and given name, where it is plain which is which.

A name is written in one piece by those who bear it. It is parted only when it is made of Latin, Greek or Cyrillic letters
and of words that begin with capitals: the last word is the family name, with the particles before it (“van der Berg”,
“Le Pen”) and a “Jr.” behind it. Whatever else there is stays whole: one word; scripts in which the family name often
comes first; “Government of Canada”, “Smith & Co”, “bell hooks”. A name that is whole is never wrong.
"""

import unicodedata
from functools import lru_cache

from plugins.views.citing.work import Name

PARTICLES = frozenset({
    "af", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "ibn", "la", "le", "ten",
    "ter", "van", "vom", "von", "zu", "zum", "zur",
})  # fmt: skip
"""Words that belong to the family name behind them."""
_BEHIND = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_ALPHABETS = frozenset({"LATIN", "GREEK", "CYRILLIC"})
_IN_NAMES = frozenset(".-'’‐‑·")


@lru_cache(maxsize=10_000)
def name_of(shown: str) -> Name:
    """Part a name, or leave it whole."""
    words = shown.split()
    last = len(words) - (2 if words[-1:] and words[-1] in _BEHIND else 1)
    if last < 1 or not all(map(_is_of_a_name, "".join(words))):
        return Name(literal=" ".join(words))
    family = next((place for place in range(1, last) if words[place].casefold() in PARTICLES), last)
    given, of_family = words[:family], words[family:]
    if not all(word[0].isupper() for word in given) or not all(map(_is_of_a_family, of_family)):
        return Name(literal=" ".join(words))
    return Name(" ".join(of_family), " ".join(given))


def _is_of_a_family(word: str) -> bool:
    return word[0].isupper() or word in PARTICLES


def _is_of_a_name(sign: str) -> bool:
    alphabet = unicodedata.name(sign, "").partition(" ")[0]
    return sign in _IN_NAMES or alphabet in _ALPHABETS or unicodedata.combining(sign) > 0
