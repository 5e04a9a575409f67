"""An address that was published goes on leading to its fact-check, and what feed readers know it by never changes."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.model.ledger import LedgerLine
from plugins.core.problems import Finding, Pointer, Spot
from plugins.core.resolve.ledger import former_addresses
from plugins.core.resolve.publication import Copy, FactCheck
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Compare the addresses and the guid of each fact-check, and the tag authority, with those of the ledger."""
    yield from _authority(review.publication.copy)
    for name in review.publication.compared:
        yield from check_one(review, review.publication.factchecks[name])


def check_one(review: Review, check: FactCheck) -> Iterator[Finding]:
    """Look at one fact-check."""
    one = review.publication.compared.get(check.id)
    if one is None or one.line is None:
        return
    if check.brief.guid != one.line.guid:
        yield _other_guid(check, one.line)
    answered = {check.address, *former_addresses(check)}
    lost = [address for address in one.line.addresses if address not in answered]
    if lost:
        yield _lost(check, lost)


def _authority(copy: Copy) -> Iterator[Finding]:
    """Tell whether the ids in feeds begin as they did."""
    if copy.masthead is None or copy.entered is None or copy.masthead.tag_authority == copy.entered.tag_authority:
        return
    before = copy.entered.tag_authority
    yield Finding(
        Spot(f"{copy.folder}/publication.yaml", ("tag_authority",)), "changed-address",
        f"The tag authority was `{before}` when this was published: with another one every id in every feed is new.",
        f"write `tag_authority: {before}`, even if the site has moved: it is a name, not an address",
    )  # fmt: skip


def _other_guid(check: FactCheck, line: LedgerLine) -> Finding:
    return Finding(
        Spot(check.path, ("guid",) if check.brief.guid else ("id",)), "changed-address",
        f"Its guid is not `{line.guid}` any more: feed readers would show it as new." if line.guid
        else "A guid was added after it was published: feed readers would show it as new.",
        f"write `guid: {line.guid}`" if line.guid else "take `guid:` out",
    )  # fmt: skip


def _lost(check: FactCheck, lost: list[str]) -> Finding:
    """Name the addresses that lead nowhere, and the lines of the header that mend it."""
    begins = check.prefix + addresses.CHECKS
    slugs = [one.removeprefix(begins).strip("/") for one in lost if one.startswith(begins)]
    others = [one for one in lost if not one.startswith(begins)]
    brief = check.brief
    ways = [f"`slug_history: [{', '.join((*brief.slug_history, *slugs))}]`"] if slugs else []
    ways += [f"`redirect_from: [{', '.join((*brief.redirect_from, *others))}]`"] if others else []
    pointer: Pointer = ("slug_history",) if brief.slug_history and slugs else ("id",)
    return Finding(
        Spot(check.path, pointer), "changed-address",
        f"Readers found this at {' and '.join(lost)}; it is at {check.address} now, and nothing leads there.",
        f"write {' and '.join(ways)} in the header, or put the former address back",
    )  # fmt: skip
