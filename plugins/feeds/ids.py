"""The ids of entries: `tag:` URIs (RFC 4151). They hang on permanent ids, never on an address, a title or a date of change."""

from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site


def factcheck_id(site: Site, check: FactCheck, guid: str) -> str:
    """Give the id of a fact-check's entry: the one that it brought from another system (`guid`), else ours."""
    return guid or _tag(site, check, f"check/{check.id}")


def event_id(site: Site, check: FactCheck, event: str) -> str:
    """Give the id of a correction's entry, by its id within the fact-check, or of a withdrawal's."""
    return _tag(site, check, f"correction/{check.id}/{event}")


def _tag(site: Site, check: FactCheck, rest: str) -> str:
    """Make an id; the year is that of the first publication as the ledger knows it, which no editor changes."""
    return f"tag:{site.masthead.tag_authority},{check.first[:4]}:{rest}"
