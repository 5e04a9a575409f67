"""Places → links: puts the citations of a text into its HTML, as the page at hand needs them."""

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape

from plugins.core import anchors
from plugins.core.resolve.publication import Citation, CitedText
from plugins.press.site import Site

_BLANK = "(?:[ \t\n\u00a0\u2009\u202f]|&nbsp;)*"
_GROUP = re.compile(f"{_BLANK}{anchors.MARK_OPEN}([0-9]+){anchors.MARK_CLOSE}")
_PICTURE = re.compile(f"{anchors.PICTURE_OPEN}([^{anchors.PICTURE_CLOSE}]*){anchors.PICTURE_CLOSE}")

_OWN_ANCHOR = re.compile(r'(<a(?: [a-z-]+="[^"]*")*? href=")#')
_ID = re.compile(r'(<[a-z0-9]+(?: [a-z-]+="[^"]*")*?) id="[^"]*"')

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

    return _weave(text, _span, mark, site.root, site)


def in_feed(text: CitedText, address: str, site: Site) -> str:
    """Weave for a feed: every link absolute, a blank before the group."""

    def mark(citation: Citation) -> str:
        return f'<a href="{site.base}{address}#{_target(citation)}">[{citation.number}]</a>'

    html = _weave(text, _spaced, mark, site.base, site)
    html = _OWN_ANCHOR.sub(rf"\g<1>{site.base}{address}#", html)
    return _ID.sub(r"\1", html)  # several items may be shown on one page


def unmarked(html: str, site: Site) -> str:
    """Give HTML without citations and without the blanks before them."""
    return _places(_GROUP.sub("", html), site.root, site)


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
    def place(match: re.Match[str]) -> str:
        citations = text.groups[int(match[1])]
        return group([mark(citation) for citation in citations]) if citations else ""

    html = _GROUP.sub(place, text.html) if text.groups else text.html
    return _places(html, root, site)


def _places(html: str, root: str, site: Site) -> str:
    html = html.replace(anchors.ROOT, root)
    if anchors.PICTURE_OPEN not in html:
        return html
    return _PICTURE.sub(lambda match: root + site.picture(match[1]), html)


def _target(citation: Citation) -> str:
    if citation.quote:
        return anchors.quote(citation.source, citation.quote)
    return anchors.source(citation.source)


def text(plain: str) -> str:
    """Give plain text as HTML."""
    return escape(plain)
