"""What the search index is told of a page, apart from its text."""

from msgspec import Struct

from plugins.core.resolve import dates
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.press.words import DateView

CHECK, TOPIC, PAGE = "check", "topic", "page"
"""The kinds of pages that are searched."""


class Searched(Struct, frozen=True):
    """What results can be narrowed down to (each `name:value`), and the date of the page.

    A page that is not dated comes last where the newest come first: its `order` is 0, else seconds since 1970.
    """

    filters: tuple[str, ...]
    date: DateView | None = None
    order: int = 0


def is_searched(check: FactCheck) -> bool:
    """Tell whether a fact-check is searched: if lists show it."""
    return check.standing == "public"


def searched_check(site: Site, check: FactCheck) -> Searched | None:
    """Tell the index of a fact-check; nothing of one that is not searched."""
    if not is_searched(check):
        return None
    topics = dict.fromkeys(above for one in check.topics for above in _and_above(site, one))
    filters = [f"kind:{CHECK}", f"year:{year(site, check)}"]
    filters += [f"topic:{one}" for one in topics]
    filters += [f"verdict:{one}" for one in dict.fromkeys(check.brief.verdicts)]
    return Searched(tuple(filters), site.date(check.published), int(dates.sort_key(check.published)))


def searched_topic(topic_id: str) -> Searched:
    """Tell the index of a topic."""
    return Searched((f"kind:{TOPIC}", f"topic:{topic_id}"))


def searched_page() -> Searched:
    """Tell the index of a standing page."""
    return Searched((f"kind:{PAGE}",))


def year(site: Site, check: FactCheck) -> str:
    """Give the year that a fact-check was published in, by the publication's own clock."""
    return dates.day_in(check.published, dates.zone_or_utc(site.masthead.timezone))[:4]


def _and_above(site: Site, topic_id: str) -> list[str]:
    """Give a topic and those above it, whose pages show its fact-checks too."""
    found: list[str] = []
    above: str | None = topic_id
    while above is not None and above not in found:
        found.append(above)
        above = site.topic(above).parent
    return found
