"""Fact-checks that name another one name one that exists."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.resolve.publication import Publication


def check(publication: Publication) -> Iterator[Finding]:
    """Look up `translation_of`, `superseded_by` and `replaced_by`."""
    known = [draft.header.id for draft in publication.copy.drafts]
    if "articles" in publication.copy.unread:
        return
    for draft in publication.copy.drafts:
        header = draft.header
        fields: list[tuple[tuple[str, ...], str | None]] = [
            (("translation_of",), header.translation_of),
            (("superseded_by",), header.superseded_by),
            (("withdrawn", "replaced_by"), header.withdrawn.replaced_by if header.withdrawn else None),
        ]
        for pointer, other in fields:
            if other is not None and (other not in known or other == header.id):
                what = "is this fact-check itself" if other == header.id else "is no fact-check of this publication"
                yield Finding(Spot(draft.path, pointer), "unknown-factcheck", f"`{other}` {what}.",
                              did_you_mean(other, set(known) - {header.id}, "write the id of another fact-check"))  # fmt: skip
