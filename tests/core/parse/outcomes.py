"""What the press makes of a text: read by the citation cases and by the properties.

A text stands in a fact-check of its own, below a header that declares the sources 1 to 11 (`s1` to `s11`); a
text that begins with `---` is a whole file. The file is parsed, resolved and checked just as a build does it.
"""

import re

from build import ENGLISH

from plugins.core import anchors, rules
from plugins.core.model.publication import Masthead
from plugins.core.model.source import Quote, Source
from plugins.core.parse.file import parse_file
from plugins.core.parse.nouns import Draft
from plugins.core.parse.text import decode
from plugins.core.problems import Problem
from plugins.core.resolve.apart import Brief, Whole, take_apart
from plugins.core.resolve.citations import CitedText
from plugins.core.resolve.publication import Copy, FactCheck, Publication
from plugins.core.resolve.resolve import resolve
from plugins.core.rules.review import Review
from plugins.press.facts import facts, facts_of_theme
from plugins.press.site import Site
from plugins.views import weave
from plugins.views.numbered import labels, numbered

RELATIVE = "articles/2025/case.md"
PATH = f"content/{RELATIVE}"
NUMBERS = range(1, 12)
HEADER = (
    "---\nid: case\ntitle: Case\npublished: 2025-11-02\nsources:\n"
    + "".join(f"  {number}: s{number}\n" for number in NUMBERS)
    + "---\n"
)
MASTHEAD = Masthead(name="Bench", url="https://example.org/", tag_authority="example.org,2025", verdicts=())
SOURCES = {
    f"s{number}": Source(
        title=f"Title {number}",
        publisher="Wire",
        accessed="2025-11-01",
        kind="news",
        url=f"https://example.org/{number}",
        quotes=(Quote("korea", "We are not."), Quote("japan-2", "Nor are we.")) if number == 3 else (),
    )
    for number in NUMBERS
}
OF_THE_HEADER = {"unused-source", "number-order"}
"""Codes that a text alone always has, since its header declares eleven sources."""
OF_THE_CITATIONS = OF_THE_HEADER | {"unknown-source", "unknown-quote", "unknown-source-id", "repeated-source", "repeated-mark"}  # fmt: skip


PLACE = re.compile(f"{anchors.MARK_OPEN}([0-9]+){anchors.MARK_CLOSE}")


class Pressed:
    """One text, taken through the press."""

    def __init__(self, text: str, *, whole: bool | None = None) -> None:
        self.whole = text.lstrip("\ufeff").startswith("---") if whole is None else whole
        self.text = text if self.whole else HEADER + text
        content = self.text.encode()
        parsed = parse_file(RELATIVE, PATH, content)
        self.draft = parsed.draft
        self.apart = take_apart(parsed.draft) if parsed.draft else None
        self.publication = press(parsed.draft)
        text = decode(PATH, content)[0]
        found = rules.check(Review(self.publication, OneDraft(parsed.draft, text)))
        found += rules.check_draft(parsed.draft, lambda: text, "content") if parsed.draft else []
        self._problems = [*parsed.problems, *(one for one in found if one.code in OF_THE_CITATIONS)]

    @property
    def check(self) -> FactCheck:
        (check,) = self.publication.everything()
        return check

    @property
    def problems(self) -> list[Problem]:
        left_out = set() if self.whole else OF_THE_HEADER
        here = [one for one in self._problems if one.place.path == PATH and one.code not in left_out]
        return sorted(here, key=lambda one: (one.place, one.code))

    def on_page(self) -> dict[str, str]:
        """Give each text as the page of the fact-check shows it."""
        site = site_of(self.publication)
        names = labels(numbered(site, self.apart.whole)) if self.apart else {}
        return {name: weave.on_page(text, names, site) for name, text in self.texts().items()}

    def texts(self) -> dict[str, CitedText]:
        """Give each text with its citations."""
        return self.apart.whole.texts if self.apart else {}

    def outcome(self) -> list[str]:
        """Give the outcome as the lines of a case."""
        lines: list[str] = []
        if self.draft:
            for name, text in sorted(self.texts().items(), key=lambda item: item[0] != "body"):
                field = "" if name == "body" else f"{name} "
                lines += [f"{field}group {shown(group)}" for group in text.groups]
            body = self.texts()["body"]
            lines += [f"heading {one.level} #{one.id} {one.text}" for one in self.draft.body.headings]
            lines += [f"summary {self.check.brief.summary}", f"html {compact(body)}"]
            lines += [f"{name} html {compact(text)}" for name, text in self.texts().items() if name != "body"]
            lines += [f"page {on_one_line(html)}" for name, html in self.on_page().items() if name == "body"]
        for problem in self.problems:
            line = problem.place.line - (0 if self.whole else HEADER.count("\n"))
            lines.append(f"problem {problem.code} {line}:{problem.place.column}")
        return lines


class OneDraft:
    """A shelf on which one draft lies."""

    def __init__(self, draft: Draft | None, text: str) -> None:
        self._draft = draft
        self._text = text

    def text(self, path: str) -> str:
        return self._text if path == PATH else ""

    def whole(self, brief: Brief) -> Whole:
        assert self._draft
        assert brief.path == PATH
        return take_apart(self._draft).whole

    def draft(self, brief: Brief) -> Draft:
        assert self._draft
        assert brief.path == PATH
        return self._draft

    def snapshot(self, name: str) -> None:
        raise AssertionError(name)


def press(*drafts: Draft | None) -> Publication:
    """Resolve drafts together with the sources of the bench."""
    copy = Copy(
        briefs=tuple(take_apart(draft).brief for draft in drafts if draft),
        sources=tuple(("content/sources/bench.yaml", source_id, source) for source_id, source in SOURCES.items()),
        masthead=MASTHEAD,
    )
    return resolve(copy, "2026-01-01T00:00:00+00:00", drafts=True)


def site_of(publication: Publication) -> Site:
    return Site(
        publication, "https://example.org", {}, facts(publication) | facts_of_theme({"words en": ""}), _nothing, ENGLISH
    )


def _nothing(brief: Brief) -> Whole:
    raise AssertionError(brief)


def shown(group: tuple[object, ...]) -> str:
    """Write a group as its numbers; `-` for one of which nothing could be resolved."""
    return " ".join(f"{one.number}:{one.quote}" if one.quote else str(one.number) for one in group) or "-"


def compact(text: CitedText) -> str:
    """Give HTML on one line, each group as `{1 2 3}`."""
    return on_one_line(PLACE.sub(lambda match: f"{{{shown(text.groups[int(match[1])])}}}", text.html))


def on_one_line(html: str) -> str:
    return html.strip("\n").replace("\n", "⏎")


_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})")
_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u00a0\u00ad\u0300-\u036f\u2000-\u200f\u2028-\u202f\u2060\ufe0f\ufeff]")


def decoded(text: str) -> str:
    """Read the `\\u00a0` of a case as the character that it names."""
    return _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), text)


def encoded(line: str) -> str:
    """Write what cannot be seen in a line as `\\u00a0`."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
