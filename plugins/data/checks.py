"""`checks.json`: every fact-check that lists show, with its claims and verdicts and the sources that it leans on."""

from msgspec import Struct

from plugins.core import addresses, anchors
from plugins.core.model.factcheck import Claim
from plugins.core.parse.finish import plain
from plugins.core.resolve.extract import Extract
from plugins.core.resolve.publication import FactCheck
from plugins.data.whence import Whence, whence
from plugins.press.site import Site


class GivenVerdict(Struct, frozen=True, omit_defaults=True):
    """A value of the scale."""

    id: str
    label: str
    meaning: str = ""
    rank: float | None = None
    retired: bool = False


class Subject(Struct, frozen=True):
    """A topic."""

    id: str
    title: str
    url: str


class Claimed(Struct, frozen=True, omit_defaults=True):
    """Who made a claim."""

    name: str = ""
    type: str = ""
    role: str = ""
    anonymous: str = ""


class CheckedClaim(Struct, frozen=True, omit_defaults=True):
    """A claim with its verdict."""

    id: str
    url: str
    text: str
    verdict: str
    claimant: Claimed
    words: str = ""
    lang: str = ""
    translation: str = ""
    said: str = ""
    where: tuple[str, ...] = ()
    because: str = ""


class UsedSource(Struct, frozen=True, omit_defaults=True):
    """A source under its number."""

    number: int
    id: str
    times: int
    stance: str = ""
    primary: bool = False


class Check(Struct, frozen=True, omit_defaults=True):
    """A fact-check."""

    id: str
    url: str
    title: str
    lang: str
    published: str
    translation_of: str = ""
    updated: str = ""
    as_of: str = ""
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    summary: str = ""
    bottom_line: str = ""
    claims: tuple[CheckedClaim, ...] = ()
    sources: tuple[UsedSource, ...] = ()
    also_consulted: tuple[str, ...] = ()


class Checks(Struct, frozen=True):
    """The whole file."""

    publication: Whence
    verdicts: tuple[GivenVerdict, ...]
    topics: tuple[Subject, ...]
    checks: tuple[Check, ...]


def checks_view(site: Site) -> Checks:
    """Tell every fact-check, newest first."""
    people = {one: person.name for one, person in site.masthead.people.items()}
    return Checks(
        publication=whence(site),
        verdicts=_verdicts(site),
        topics=_topics(site),
        checks=tuple(_check(site, people, check, extract) for check, extract in site.extracts()),
    )


def _verdicts(site: Site) -> tuple[GivenVerdict, ...]:
    return tuple(
        GivenVerdict(one.id, one.label_in(site.lang), site.worded(one.meaning), one.rank, one.retired)
        for one in site.masthead.verdicts
    )


def _topics(site: Site) -> tuple[Subject, ...]:
    prefix, topics = site.prefix, sorted(site.topics.items())
    return tuple(
        Subject(one, topic.title_in(site.lang), site.absolute(prefix + addresses.topic(one))) for one, topic in topics
    )


def _check(site: Site, people: dict[str, str], check: FactCheck, extract: Extract) -> Check:
    brief, address = check.brief, site.absolute(check.address)
    return Check(
        id=check.id,
        url=address,
        title=brief.title,
        lang=check.lang,
        published=check.published,
        translation_of=brief.translation_of,
        updated=check.updated,
        as_of=brief.as_of,
        authors=tuple(people[one] for one in extract.authors if one in people),
        topics=check.topics,
        summary=brief.summary,
        bottom_line=plain(extract.bottom_line.html) if extract.bottom_line else "",
        claims=tuple(_claim(address, claim) for claim in extract.claims),
        sources=tuple(UsedSource(one.number, one.id, one.times, one.stance, one.primary) for one in extract.sources),
        also_consulted=extract.consulted,
    )


def _claim(address: str, claim: Claim) -> CheckedClaim:
    who = claim.claimant
    kind = who.type if who.name else ""
    return CheckedClaim(
        id=claim.id,
        url=f"{address}#{anchors.claim(claim.id)}",
        text=claim.text,
        verdict=claim.verdict,
        claimant=Claimed(who.name, kind, who.role, who.anonymous),
        words=claim.words,
        lang=claim.lang,
        translation=claim.translation,
        said=claim.said or "",
        where=claim.where,
        because=claim.because,
    )
