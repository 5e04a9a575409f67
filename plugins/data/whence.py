"""What every data file says first: whose it is, and on what terms."""

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site


class Whence(Struct, frozen=True, omit_defaults=True):
    """The publication, and the licence of what it publishes."""

    name: str
    url: str
    licence: str = ""
    contact: str = ""


def whence(site: Site) -> Whence:
    """Tell whence a data file comes."""
    masthead = site.masthead
    return Whence(masthead.name, site.absolute(site.prefix + addresses.HOME), masthead.licence, masthead.contact)
