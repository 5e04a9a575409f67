"""What stood at an address before and stands elsewhere now."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import Publication


class Moved(Struct, frozen=True):
    """A former address, the present one, the title of the page there, and its language."""

    former: str
    present: str
    title: str
    lang: str


def moved_checks(publication: Publication) -> Iterator[Moved]:
    """Give the former addresses of all fact-checks that readers can see, newest first."""
    languages = {prefix: lang for lang, prefix in publication.prefixes().items()}
    for check in publication.factchecks.values():
        if check.pending:
            continue
        for slug in check.brief.slug_history:
            former = check.prefix + addresses.factcheck(slug)
            yield Moved(former, check.address, check.title, languages[check.prefix])
        for former in check.brief.redirect_from:
            yield Moved(former, check.address, check.title, languages[check.prefix])


def moved_topics(publication: Publication) -> Iterator[Moved]:
    """Give the pages of the former ids of topics."""
    for lang, prefix in publication.prefixes().items():
        for topic_id, topic in publication.topics.items():
            for alias in topic.aliases:
                present = prefix + addresses.topic(topic_id)
                yield Moved(prefix + addresses.topic(alias), present, topic.title_in(lang), lang)
