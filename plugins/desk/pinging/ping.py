"""From the difference between two releases to what the hub is told."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from plugins.desk.pinging import outside
from plugins.desk.pinging.memory import Memory, keep, recall
from plugins.desk.pinging.topics import Topic, changed, feeds
from plugins.press.release import Releases

AT_ONCE = 8
"""How many feeds are asked for side by side."""


class Failed(Exception):
    """The hub was not told, or not of all; the message says why, and what to do."""


def news(releases: Releases, hub: str, *, everything: bool = False) -> list[Topic]:
    """Give the feeds that the hub has not been told of as they are now, or every feed."""
    return list(changed(releases, {} if everything else recall(releases, hub).told))


def verify(topics: Sequence[Topic], patience: float = outside.PATIENCE) -> None:
    """Demand that readers get these feeds as they are in the release; raises `Failed`."""
    with ThreadPoolExecutor(AT_ONCE) as crew:
        try:
            shown = list(crew.map(lambda one: outside.shows(one.address, one.content, patience), topics))
        except outside.NoAnswer as error:
            raise Failed(f"The site does not answer: {error}. Nothing was sent to the hub.") from None
    late = [topic.address for topic, there in zip(topics, shown, strict=True) if not there]
    if late:
        more = f" and {len(late) - 1} more" if len(late) > 1 else ""
        raise Failed(f"The site does not show this release yet: deploy first. It lacks {late[0]}{more}.")


def tell(releases: Releases, hub: str, topics: Sequence[Topic], patience: float = outside.PATIENCE) -> Iterator[str]:
    """Tell the hub of each feed, and remember each that it took; gives a line for each, at the end raises `Failed` for the rest."""
    now, refused = feeds(releases), 0
    told = {file: digest for file, digest in recall(releases, hub).told.items() if file in now}
    for done, topic in enumerate(topics):
        try:
            outside.tell(hub, topic.address, patience)
        except outside.NoAnswer as error:
            raise Failed(_stopped(hub, str(error), done - refused, len(topics))) from None
        except outside.Refusal as error:
            refused += 1
            yield f"refused: {topic.address} ({error})"
            continue
        told[topic.file] = now[topic.file]
        keep(releases, Memory(hub, told))
        yield f"told: {topic.address}"
    if refused:
        raise Failed(f"The hub {hub} refused {refused} of {len(topics)} feeds.")


def _stopped(hub: str, why: str, done: int, of: int) -> str:
    return f"The hub {hub} does not take what we say: {why}. It was told of {done} of {of} feeds; run this again for the rest."
