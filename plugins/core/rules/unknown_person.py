"""Authors and editors are people of the publication."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.resolve.publication import Publication


def check(publication: Publication) -> Iterator[Finding]:
    """Look each person up in `publication.yaml`."""
    known = publication.masthead.people
    if publication.copy.masthead is None:
        return
    for draft in publication.copy.drafts:
        for field in ("authors", "edited_by"):
            for place, person in enumerate(getattr(draft.header, field)):
                if person not in known:
                    yield Finding(Spot(draft.path, (field, place)), "unknown-person", f"`{person}` is nobody in publication.yaml.",
                                  did_you_mean(person, known, "add the person under `people:`"))  # fmt: skip
