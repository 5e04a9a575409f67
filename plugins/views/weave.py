"""Places → links: puts the citations of a text into its HTML, as the page at hand needs them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

from plugins.core import anchors
from plugins.core.resolve.citations import Citation, CitedText
from plugins.press.site import Site

_BLANKS, _BLANK_ENTITY = " \t\n\u00a0\u2009\u202f", "&nbsp;"
_GROUP = re.compile(f"(?:[{_BLANKS}]|{_BLANK_ENTITY})*{anchors.MARK_OPEN}([0-9]+){anchors.MARK_CLOSE}")
_PICTURE = re.compile(f"{anchors.PICTURE_OPEN}([^{anchors.PICTURE_CLOSE}]*){anchors.PICTURE_CLOSE}")

_OWN_ANCHOR = re.compile(r'(<a(?: [a-z-]+="[^"]*")*? href=")#')
_ID = re.compile(r'(<[a-z0-9]+(?: [a-z-]+="[^"]*")*?) id="[^"]*"')
_ANY_SOURCE = "\0"
"""Stands for the id of a source; no text holds it."""

Labels = Mapping[str, str]
"""Source id → the accessible name of its citations as HTML, e.g. “1, Reuters: Title”."""


def on_page(text: CitedText, labels: Labels, site: Site) -> str:
    """Weave for the fact-check's own page: links down to the sources, an id for each way back."""

    def mark(citation: Citation) -> str:
        target = _target(citation)
        anchor = anchors.citation(citation.source, citation.use)
        label = labels.get(citation.source, citation.number)
        return f'<a role="doc-biblioref" id="{anchor}" href="#{target}" aria-label="{label}">[{citation.number}]</a>'

    return _weave(text, _span, mark, site.root, site)


def elsewhere(text: CitedText, address: str, labels: Labels, site: Site) -> str:
    """Weave for a page that shows several fact-checks: links to the sources on the fact-check's page, no ids."""

    def mark(citation: Citation) -> str:
        label = labels.get(citation.source, citation.number)
        return f'<a href="{site.root}{address}#{_target(citation)}" aria-label="{label}">[{citation.number}]</a>'

    return _weave(_away(text, f"{site.root}{address}"), _span, mark, site.root, site)


def in_feed(text: CitedText, address: str, site: Site) -> str:
    """Weave for a feed: every link absolute, a blank before the group."""

    def mark(citation: Citation) -> str:
        return f'<a href="{site.base}{address}#{_target(citation)}">[{citation.number}]</a>'

    return _weave(_away(text, f"{site.base}{address}"), _spaced, mark, site.base, site)


def unmarked(html: str, address: str, site: Site, *, absolute: bool = False) -> str:
    """Give HTML of the page at an address without citations, for any page or, `absolute`, for a feed."""
    root = site.base if absolute else site.root
    return _places(_away(CitedText(_GROUP.sub("", html)), f"{root}{address}").html, root, site)


def _away(text: CitedText, page: str) -> CitedText:
    """Make the HTML of a page fit to stand elsewhere, beside others like it: own anchors lead back there, ids go."""
    html = _OWN_ANCHOR.sub(rf"\g<1>{page}#", text.html) if 'href="#' in text.html else text.html
    return CitedText(_ID.sub(r"\1", html) if ' id="' in html else html, text.groups)


def _spaced(links: Iterable[str]) -> str:
    """Group citations where no style sets them apart from the word before."""
    return f" {' '.join(links)}"


def _span(links: Iterable[str]) -> str:
    """Group citations; the blank before them goes, so that none begins a line (the theme sets them apart)."""
    return f'<span class="cites">{" ".join(links)}</span>'


def _weave(
    text: CitedText,
    group: Callable[[Iterable[str]], str],
    mark: Callable[[Citation], str],
    root: str,
    site: Site,
) -> str:
    before, *places = text.html.split(anchors.MARK_OPEN)
    woven = [before]
    for place in places:
        number, _, rest = place.partition(anchors.MARK_CLOSE)
        citations = text.groups[int(number)]
        woven[-1] = _without_last_blanks(woven[-1])
        woven += [group([mark(citation) for citation in citations]) if citations else "", rest]
    return _places("".join(woven), root, site)


def _without_last_blanks(html: str) -> str:
    while (shorter := html.rstrip(_BLANKS)).endswith(_BLANK_ENTITY):
        html = shorter.removesuffix(_BLANK_ENTITY)
    return shorter


def _places(html: str, root: str, site: Site) -> str:
    html = html.replace(anchors.ROOT, root)
    if anchors.PICTURE_OPEN not in html:
        return html
    return _PICTURE.sub(lambda match: root + site.picture(match[1]), html)


def back(site: Site, source_id: str, number: int, uses: int) -> str:
    """Give the ways back from a source's entry to its uses, which `on_page` gave their ids."""
    return site.once(_back, number, uses).replace(_ANY_SOURCE, source_id)


def _back(site: Site, number: int, uses: int) -> str:
    """Give the ways back from any source of a number with so many uses: pages have many alike."""
    label = escape(site.say("{letter}, back to use {use} of source {number}"))
    links = (
        f'<a role="doc-backlink" href="#{anchors.citation(_ANY_SOURCE, use)}" '
        f'aria-label="{label.format(letter=anchors.letters(use), use=use, number=number)}">{anchors.letters(use)}</a>'
        for use in range(1, uses + 1)
    )
    return " ".join(links)


def _target(citation: Citation) -> str:
    if citation.quote:
        return anchors.quote(citation.source, citation.quote)
    return anchors.source(citation.source)


def cards(html: str) -> Iterator[tuple[str, str]]:
    """Cut HTML at the places of source cards: gives (HTML, "") and ("", source id) in order."""
    for piece in html.split(anchors.CARD_OPEN):
        source_id, closed, rest = piece.partition(anchors.CARD_CLOSE)
        if closed:
            yield "", source_id
        stretch = rest if closed else piece
        if stretch.strip():
            yield stretch, ""


def text(plain: str) -> str:
    """Give plain text as HTML."""
    return escape(plain)
