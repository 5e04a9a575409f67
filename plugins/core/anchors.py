"""Every anchor id, and the characters that stand for what a page fills in.

Ids hang on source ids, never on numbers, so links survive renumbering.
"""

from functools import lru_cache

SOURCE = "src-"
CITATION = "cite-"
FOOTNOTE = "fn-"
FOOTNOTE_REF = "fnref-"
CLAIM = "claim-"
CORRECTION = "correction-"

OURS = (SOURCE, CITATION, FOOTNOTE, FOOTNOTE_REF, CLAIM, CORRECTION)
"""Beginnings of ids that copy may not use."""

PAGE_IDS = frozenset(
    {
        *(
            "main",
            "sources",
            "claims",
            "bottom-line",
            "not-found",
            "corrections",
            "consulted",
            "about-check",
            "contents",
        ),
        *("the_scale", "the_people", "the_money", "the_complaints", "the_social", "the_citing"),
        *("citing_apa", "citing_chicago", "citing_wikipedia", "citing_bibtex", "citing_ris", "citing_csl"),
    }
)
"""Ids that the pages themselves use; a heading that would get one of them is numbered."""

# Private-use characters, which copy may not hold (`core.parse.text`), so none can be forged.
MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"
ROOT = "\ue002"
PICTURE_OPEN, PICTURE_CLOSE = "\ue003", "\ue004"
CARD_OPEN, CARD_CLOSE = "\ue005", "\ue006"
ASSET_OPEN, ASSET_CLOSE = "\ue007", "\ue008"
TEXT_OPEN, TEXT_CLOSE = "\ue009", "\ue00a"


def source(source_id: str) -> str:
    """Give the id of a source's entry in the list of a fact-check."""
    return SOURCE + source_id


def citation(source_id: str, use: int) -> str:
    """Give the id of the n-th use (from 1) of a source in a fact-check."""
    return f"{CITATION}{source_id}-{use}"


def quote(source_id: str, quote_id: str) -> str:
    """Give the id of a quote in its source's entry; ids hold no dot, so none collides."""
    return f"{SOURCE}{source_id}.{quote_id}"


def claim(claim_id: str) -> str:
    """Give the id of a claim on its fact-check's page."""
    return CLAIM + claim_id


def correction(correction_id: str) -> str:
    """Give the id of a correction on its fact-check's page."""
    return CORRECTION + correction_id


def withdrawal(factcheck_id: str) -> str:
    """Give the id of a withdrawal in the list of all corrections."""
    return CORRECTION + factcheck_id


def listed_correction(factcheck_id: str, correction_id: str) -> str:
    """Give the id of a correction in the list of all; ids hold no dot, so none collides."""
    return f"{CORRECTION}{factcheck_id}.{correction_id}"


@lru_cache(maxsize=1000)
def letters(use: int) -> str:
    """Name the n-th use (from 1): a … z, aa, ab …."""
    name = ""
    while use:
        use, rest = divmod(use - 1, 26)
        name = chr(ord("a") + rest) + name
    return name
