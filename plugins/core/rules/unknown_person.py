"""Authors and editors are people of the publication."""

from collections.abc import Iterator

from plugins.core.parse.notes import short
from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look each person up in `publication.yaml`; somebody given by name is given back as their id."""
    publication = review.publication
    known = publication.masthead.people
    if publication.copy.masthead is None:
        return
    ids = {person.name.casefold(): person_id for person_id, person in known.items()}
    way_out = f"write one of the ids {', '.join(known)}, or add" if known else "add"
    for draft in review.drafts:
        for field in ("authors", "edited_by"):
            for place, person in enumerate(getattr(draft.header, field)):
                if person not in known:
                    meant = ids.get(person.casefold())
                    yield Finding(
                        Spot(draft.path, (field, place)), "unknown-person", f"`{short(person)}` is nobody in publication.yaml.",
                        f"write the id: `{meant}`" if meant else did_you_mean(person, known, f"{way_out} the person under `people:`"),
                    )  # fmt: skip
