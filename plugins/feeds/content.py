"""The full text of an entry: a rendering of its own, with absolute links and the sources below."""

from html import escape

from plugins.core import anchors
from plugins.core.model.factcheck import Claim, Correction, Image
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.events import WITHDRAWN, is_event
from plugins.core.resolve.listings import Listing
from plugins.press.site import Site
from plugins.press.words import direction_of
from plugins.views import weave
from plugins.views.cards import verdict_view
from plugins.views.corrections import change, kind, verdicts_were


def factcheck_html(site: Site, check: Listing, whole: Whole) -> str:
    """Give a fact-check as the HTML of an entry: what changed since comes first."""
    address, header = check.address, whole.header
    parts = [
        *(_notice(site, check, correction) for correction in header.corrections if is_event(correction)),
        _bottom_line(site, whole, address),
        _picture(site, header.image) if header.image else "",
        *(_claim(site, whole, index, address) for index in range(len(header.claims))),
        _body(site, whole, address),
        _gaps(site, whole, address),
        _sources(site, whole),
    ]
    return _spoken(site, check, "\n".join(part for part in parts if part))


def correction_html(site: Site, check: Listing, whole: Whole, index: int) -> str:
    """Give a correction as the HTML of an entry: what was, what is now, why."""
    correction = whole.header.corrections[index]
    changed = change(site, check.address, whole, index, absolute=True)
    rows = [
        (site.say("What was:"), changed.was),
        (site.say("What is now:"), changed.now),
        (site.say("Why:"), changed.why),
    ]
    told = (f"<p><strong>{escape(name)}</strong> {html}</p>" for name, html in rows if html)
    were = (f"<p>{escape(was)}</p>" for was in verdicts_were(site, whole, correction))
    link = _linked(f"{site.absolute(check.address)}#{anchors.correction(correction.id)}", check.title)
    return _spoken(site, check, "\n".join((f"<p>{link}</p>", *told, *were)))


def withdrawal_html(site: Site, check: Listing, whole: Whole) -> str:
    """Give a withdrawal as the HTML of an entry: the notice, why, and what stands in its place."""
    withdrawn = whole.header.withdrawn
    notice = (
        f"<p><strong>{escape(kind(site, WITHDRAWN))}:</strong> {_linked(site.absolute(check.address), check.title)}</p>"
    )
    why = f"<p><strong>{escape(site.say('Why:'))}</strong> {escape(withdrawn.why)}</p>" if withdrawn else ""
    other = site.check(withdrawn.replaced_by) if withdrawn and withdrawn.replaced_by else None
    instead = _linked(site.absolute(other.address), other.title) if other else ""
    replaced = f"<p>{escape(site.say('Replaced by:'))} {instead}</p>" if instead else ""
    return _spoken(site, check, "\n".join(part for part in (notice, why, replaced) if part))


def _spoken(site: Site, check: Listing, html: str) -> str:
    """Say in which language and direction a text is, where a reader of the feed could not tell."""
    direction = direction_of(check.lang)
    if check.lang == site.lang and direction == "ltr":
        return html
    return f'<div lang="{escape(check.lang)}" dir="{direction}">{html}</div>'


def _linked(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def _notice(site: Site, check: Listing, correction: Correction) -> str:
    date = site.date(correction.date)
    head = site.say("{kind}, {date}:", kind=kind(site, correction.kind), date=date.text if date else "")
    href = f"{site.absolute(check.address)}#{anchors.correction(correction.id)}"
    return f"<p><strong>{escape(head)}</strong> {_linked(href, site.say('what changed, and why'))}</p>"


def _picture(site: Site, image: Image) -> str:
    """Show the picture of the fact-check, with what it shows in words."""
    address, words = (
        site.absolute(site.picture(image.file)),
        " ".join(part for part in (image.caption, image.credit) if part),
    )
    caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    return f'<figure><img src="{escape(address)}" alt="{escape(image.alt)}">{caption}</figure>'


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
    return site.once(_described, source_id)


def _described(site: Site, source_id: str) -> str:
    source = site.source(source_id)
    if source is None:
        return ""
    title = escape(f"[{source.title}]" if source.title_supplied else source.title)
    linked = f'<a href="{escape(source.address)}">{title}</a>' if source.address else title
    authors, published, archive = site.words.listed(source.authors), site.date(source.published), source.archived_at
    who = ", ".join(escape(part) for part in (source.origin, source.publisher, authors) if part)
    when = f", {published.text}" if published else ""
    kept = f' (<a href="{escape(archive)}">{escape(site.say("archived copy"))}</a>)' if archive else ""
    return f"{linked}. {who}{when}{kept}"
