"""A publication without fact-checks, or without `publication.yaml`, is a mistake, not a small site."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.resolve.publication import Publication
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Demand a masthead and at least one fact-check that readers can see."""
    publication = review.publication
    folder = publication.copy.folder
    if publication.copy.masthead is None:
        yield Finding(
            Spot(f"{folder}/publication.yaml"), "empty-publication", "There is no readable publication.yaml.",
            "write it: name, url, tag_authority and verdicts at the least",
        )  # fmt: skip
    if not publication.factchecks and not publication.copy.briefs:
        yield Finding(
            Spot(folder), "empty-publication", f"There is no fact-check in {folder}/articles/.",
            "write one, or name the folder that holds them with --content",
        )  # fmt: skip
    elif not publication.factchecks:
        yield Finding(
            Spot(folder), "empty-publication", f"Every fact-check is {_waiting(publication)}; nothing is left to publish.",
            "publish one, or build with --drafts",
        )  # fmt: skip


def _waiting(publication: Publication) -> str:
    """Say what all wait for: an editor, or a day that the clock has not reached."""
    due = publication.next_due()
    if due is None:
        return "a draft"
    return f"a draft or not yet due (the clock says {publication.today}, the next is due on {due.brief.published})"
