"""The ids of entries: `tag:` URIs (RFC 4151). They hang on permanent ids, never on an address, a title or a date of change."""

from plugins.press.site import Site


def entry_id(site: Site, name: str, first: str) -> str:
    """Give the id of an entry by its name: that of the fact-check, or `<fact-check>/<correction>`.

    `first` is the moment of the fact-check's first publication as the ledger knows it, which no editor changes.
    """
    kind = "correction" if "/" in name else "check"
    return f"tag:{site.masthead.tag_authority},{first[:4]}:{kind}/{name}"
