"""The full text of a feed item: a rendering of its own, with absolute links and the sources below."""

from html import escape

from plugins.core import anchors
from plugins.core.model.factcheck import Claim
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.views import weave
from plugins.views.cards import verdict_view
from plugins.views.corrections import CorrectionEntry, kind
from plugins.views.source_entries import SourceView, source_view


def item_html(site: Site, check: FactCheck, whole: Whole) -> str:
    """Give a fact-check as the HTML of a feed item."""
    address = check.address
    parts = [
        _note(site, whole, address),
        _bottom_line(site, whole, address),
        *(_claim(site, whole, index, address) for index in range(len(whole.header.claims))),
        _body(site, whole, address),
        _gaps(site, whole, address),
        _sources(site, whole),
    ]
    return "\n".join(part for part in parts if part)


def correction_html(site: Site, entry: CorrectionEntry) -> str:
    """Give a correction as the HTML of a feed item."""
    link = f'<p><a href="{escape(site.absolute(entry.address))}">{escape(entry.title)}</a></p>'
    rows = [
        (site.say("What was:"), entry.change.was),
        (site.say("What is now:"), entry.change.now),
        (site.say("Why:"), entry.change.why),
    ]
    return link + "".join(f"<p><strong>{escape(name)}</strong> {html}</p>" for name, html in rows if html)


def _note(site: Site, whole: Whole, address: str) -> str:
    if not whole.header.corrections:
        return ""
    newest = whole.header.corrections[0]
    href = f"{site.absolute(address)}#{anchors.correction(newest.id)}"
    date = site.date(newest.date)
    head = escape(site.say("{kind}, {date}:", kind=kind(site, newest.kind), date=date.text if date else ""))
    return f'<p><strong>{head}</strong> <a href="{escape(href)}">{escape(site.say("what changed, and why"))}</a></p>'


def _bottom_line(site: Site, whole: Whole, address: str) -> str:
    text = whole.texts.get("bottom_line")
    return f"<p><strong>{weave.in_feed(text, address, site)}</strong></p>" if text else ""


def _claim(site: Site, whole: Whole, index: int, address: str) -> str:
    claim = whole.header.claims[index]
    because = whole.texts.get(f"claims.{index}.because")
    verdict = escape(verdict_view(site, claim.verdict).label)
    reason = f" {weave.in_feed(because, address, site)}" if because else ""
    return f"<p>{escape(_said(site, claim))} <strong>{verdict}.</strong>{reason}</p>"


def _said(site: Site, claim: Claim) -> str:
    """Say who claimed what: in the words as said, if they can be read in the language of the feed, else in ours."""
    who = claim.claimant.shown
    words = claim.translation or ("" if claim.lang else claim.words)
    if words:
        return site.say("{name}: “{words}”", name=who, words=words)
    return site.say("{name}: {text}", name=who, text=claim.text)


def _body(site: Site, whole: Whole, address: str) -> str:
    html = weave.in_feed(whole.texts["body"], address, site)
    parts = []
    for part, source_id in weave.cards(html):
        source = _source(site, source_id) if source_id else ""
        parts.append(f"<blockquote>{source}</blockquote>" if source else part)
    return "".join(parts)


def _gaps(site: Site, whole: Whole, address: str) -> str:
    texts = [whole.texts.get(f"not_found.{index}.text") for index in range(len(whole.header.not_found))]
    items = "".join(f"<li>{weave.in_feed(text, address, site)}</li>" for text in texts if text)
    return f"<h2>{escape(site.say('What the sources do not say'))}</h2><ul>{items}</ul>" if items else ""


def _sources(site: Site, whole: Whole) -> str:
    named = ((cited.number, _source(site, cited.id)) for cited in whole.sources)
    items = "".join(f'<li value="{number}">{source}</li>' for number, source in named if source)
    return f"<h2>{escape(site.say('Sources'))}</h2><ol>{items}</ol>" if items else ""


def _source(site: Site, source_id: str) -> str:
    """Describe a source; empty when it has no record."""
    return site.once(("source in a feed", source_id), lambda: _described(site, source_view(site, source_id)))


def _described(site: Site, source: SourceView | None) -> str:
    if source is None:
        return ""
    title = escape(f"[{source.title}]" if source.bracketed else source.title)
    linked = f'<a href="{escape(source.url)}">{title}</a>' if source.url else title
    who = ", ".join(escape(part) for part in (source.origin, source.publisher, source.authors) if part)
    when = f", {source.published.text}" if source.published else ""
    archive = f' (<a href="{escape(source.archive)}">{escape(site.say("archived copy"))}</a>)' if source.archive else ""
    return f"{linked}. {who}{when}{archive}"
