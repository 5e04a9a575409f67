"""One of each thing that the theme shows, in words that say what they are."""

from plugins.factchecks.changes import CorrectionView
from plugins.factchecks.claims import ClaimView, ContactView
from plugins.factchecks.evidence import EvidenceView, KindCount, OriginRow, SourceDot
from plugins.press.words import DateView
from plugins.views.cards import Card, VerdictView
from plugins.views.corrections import Change
from plugins.views.filters import By, Filters, filters
from plugins.views.frame import Link
from plugins.views.source_entries import QuoteView, SourceView

DAY = "2025-10-24"
_ADDRESS = "https://example.org/report"


def scale() -> tuple[VerdictView, ...]:
    """Give a verdict for each fifth of a scale, and one without a place on it."""
    places = [VerdictView(f"v{place}", f"Place {place} of 4", "What it means.", place / 4) for place in range(5)]
    return (*places, VerdictView("none", "Off the scale", "Nothing decides it.", None))


def sources(day: DateView) -> tuple[SourceView, ...]:
    """Give a source in each state that readers are told of."""
    states = {
        "": "",
        "moved": "This document has moved.",
        "dead": "The link is dead.",
        "retracted": "This was retracted by its publisher.",
    }
    return tuple(_source(day, status, note) for status, note in states.items())


def _source(day: DateView, status: str, note: str) -> SourceView:
    quote = QuoteView("", "The words exactly as they stand there", "para. 3", "Our own words for them", f"{_ADDRESS}#x")
    return SourceView(
        title=f"A source that is {status}" if status else "A source",
        bracketed=not status,
        publisher="The Paper",
        origin="The Agency" if status else "",
        authors="Ann Author and Bea Byline",
        kind="News",
        lang="",
        edition="October 2025",
        published=day,
        accessed=day,
        url=_ADDRESS,
        held_at="National Archives, box 12",
        access="registration needed",
        archive="https://archive.example/report",
        archived=DAY,
        captured=day,
        quotes=(quote,),
        interests="Who speaks here sells what is spoken of.",
        link_note=note,
        status=status,
        note="What a reader should know about it.",
        page="",
        users=1,
        publisher_page=_ADDRESS,
        origin_page="",
    )


def evidence() -> EvidenceView:
    """Give a picture of the evidence with a dot of each look."""
    looks = [(True, "supports"), (False, "against"), (False, "context"), (True, ""), (False, "")]
    dots = [SourceDot(number, "#text", primary, look, look) for number, (primary, look) in enumerate(looks, 1)]
    rows = (OriginRow("The Agency", tuple(dots[:3])), *(OriginRow("The Paper", (dot,)) for dot in dots[3:]))
    return EvidenceView(len(dots), rows, (KindCount("News", 3), KindCount("Law", 2)), primary=2, supports=1, against=1)


def claim(day: DateView, verdict: VerdictView) -> ClaimView:
    """Give a claim with all that can be said of one."""
    return ClaimView(
        anchor="claim_sample",
        text="The claim in our words.",
        words="Die Behauptung im Wortlaut",
        lang="de",
        translation="The claim as it was said",
        claimant="Ann Claimant",
        role="Minister",
        said=day,
        where=(Link(_ADDRESS, "The Paper: A source"),),
        verdict=verdict,
        because="Because the source says so.",
        contacted=(ContactView("the ministry", day, ""), ContactView("Ann Claimant", day, "No comment.")),
    )


def corrections(day: DateView) -> tuple[CorrectionView, ...]:
    """Give a correction of each kind."""
    changed = Change("What it said", "What it says", "Why it was changed.")
    kinds = [("Correction", True), ("Update", False), ("Small change", False)]
    return tuple(
        CorrectionView(f"change_{place}", kind, substantial, day, changed, ("“The claim” was rated True before.",))
        for place, (kind, substantial) in enumerate(kinds)
    )


def choices() -> Filters:
    """Give two filters of a list of three, of which no item fits one pair of choices."""
    verdicts, years = [("true",), ("false",), ("true",)], [("2025",), ("2025",), ("2024",)]
    return filters(
        By("Verdict", verdicts, {"true": "True", "false": "False"}),
        By("Year", years, {"2025": "2025", "2024": "2024"}),
    )


def card(day: DateView, verdicts: tuple[VerdictView, ...], topic: Link) -> Card:
    """Give a fact-check as lists show it."""
    return Card(
        href=topic.href,
        title="Is this how a fact-check looks in a list?",
        summary="Its summary, in a sentence or two.",
        published=day,
        as_of=day,
        corrected=day,
        verdicts=verdicts,
        topics=(Link(topic.href, "A topic"),),
        sources=11,
        lang="",
    )
