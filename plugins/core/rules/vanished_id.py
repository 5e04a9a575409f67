"""What was published once is not taken away: an id of the ledger goes on being shown, withdrawn if need be."""

from collections.abc import Iterator

from plugins.core.model.ledger import SOURCE_PAGES, TOPIC_PAGES, LedgerLine
from plugins.core.problems import Finding, Spot
from plugins.core.resolve.ledger import called, held, is_ahead
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look for each fact-check of the ledger, for each source that had a page, and for each topic."""
    publication = review.publication
    folder, unread = publication.copy.folder, publication.copy.unread
    waiting = {check.id for check in held(publication)}
    for name, line in publication.ledger.items() if "articles" not in unread else ():
        check = publication.factchecks.get(name)
        if (check is None or check.pending) and not (name in waiting and is_ahead(line, publication)):
            yield Finding(Spot(f"{folder}/{line.file}", (name,)), "vanished-id", *_told(line, publication))
    for name in sorted(publication.copy.topic_pages - called(publication)):
        if "topics" not in unread:
            yield Finding(
                Spot(f"{folder}/{TOPIC_PAGES}", (name,)), "vanished-id",
                f"The topic `{name}` had a page and feeds, and no topic has this name any more.",
                f"put topics/{name}.yaml back, or write `aliases: [{name}]` in the topic that took its place",
            )  # fmt: skip
    for name in sorted(publication.copy.source_pages - publication.sources.keys()):
        if "sources" not in unread:
            yield Finding(
                Spot(f"{folder}/{SOURCE_PAGES}", (name,)), "vanished-id",
                f"The source `{name}` had a page of its own, and its record is gone.", "put the record back",
            )  # fmt: skip


def _told(line: LedgerLine, publication: Publication) -> tuple[str, str]:
    """Say what became of a fact-check, and the ways out."""
    if is_ahead(line, publication):
        return (
            f"`{line.id}` was entered ahead, to be published on {line.first[:10]}, and is not held for that any more.",
            f"put it back; or, since nobody has read it, take its line and {line.last_text} out of the ledger",
        )
    mine = [check for check in publication.everything() if check.id == line.id]
    if mine:
        return (
            f"`{line.id}` was published and {_now(mine[0])} now ({mine[0].path}): readers find nothing at {line.addresses[-1]}.",
            "publish it again, or withdraw it (`status: withdrawn`, with `withdrawn:`): its page stays and says so",
        )
    renamed = next((one for one in publication.due() if _same(one, line, publication)), None)
    if renamed:
        return (
            f"The id of {renamed.path} changed from `{line.id}` to `{renamed.id}`: readers of feeds would be shown it again.",
            f"put `id: {line.id}` back",
        )
    return (
        f"`{line.id}` was published at {line.addresses[-1]}, and no file has this id any more.",
        "put the file back, or withdraw it (`status: withdrawn`, with `withdrawn:`): its page stays and says so",
    )


def _now(check: FactCheck) -> str:
    return "is a draft" if check.standing == "draft" else f"is held until {check.brief.published}"


def _same(check: FactCheck, line: LedgerLine, publication: Publication) -> bool:
    """Tell whether a fact-check that the ledger does not know has the address or the text of one that it does."""
    new = check.id not in publication.ledger
    return new and (check.address in line.addresses or check.brief.text == line.text)
