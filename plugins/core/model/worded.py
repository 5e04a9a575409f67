"""Words that may be written once, or once for each language of the publication."""

from collections.abc import Mapping

Worded = str | dict[str, str]
"""A text, or language → text."""


def in_language(text: str | Mapping[str, str], lang: str) -> str:
    """Give a text in a language, else in the first language that it was written in."""
    if isinstance(text, str):
        return text
    return text.get(lang) or next(iter(text.values()), "")
