"""`security.txt` (RFC 9116): whom to tell of a weakness of the site."""

import re
from datetime import date

from plugins.core import addresses
from plugins.machines.plain import Lines
from plugins.press.site import Site

_MAIL = re.compile(r"[^\s@<>\"?%&#/:]+@[^\s@<>\"?%&#/:]+")
MONTHS = 11
"""For how many months beyond its own the file holds: it should be less than a year."""


def contact_address(contact: str) -> str:
    """Give a contact as the address that the file wants: of mail or of a page (https alone); empty when it is neither."""
    contact = contact.strip()
    if _MAIL.fullmatch(contact):
        return f"mailto:{contact}"
    return contact if re.fullmatch(r"(?:https://|mailto:|tel:)\S+", contact) else ""


def security_view(site: Site) -> Lines:
    """Show the publication's contact. The file changes once a month, and grows stale when no build renews it for long."""
    base = site.base if site.base.startswith("https://") else ""
    canonical = (f"Canonical: {site.absolute(addresses.SECURITY)}",) if base else ()
    languages = ", ".join(words.lang for words, _ in site.languages)
    return Lines(
        (
            f"Contact: {contact_address(site.masthead.contact)}",
            f"Expires: {expires(site.today)}",
            f"Preferred-Languages: {languages}",
            *canonical,
        )
    )


def expires(today: str) -> str:
    """Give the moment until which the file holds, from the day of the build: the first of a month."""
    day = date.fromisoformat(today)
    months = day.month - 1 + MONTHS
    return f"{day.year + months // 12:04}-{months % 12 + 1:02}-01T00:00:00Z"
