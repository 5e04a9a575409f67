"""A built site → its problems: every feed, every page, and what they say of each other."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from plugins.audit.across import across
from plugins.audit.archives import archives
from plugins.audit.body import Body, look
from plugins.audit.feed import Unreadable
from plugins.audit.gist import Gist, gist, text_digest
from plugins.audit.lint import problems_of, told, unreadable
from plugins.audit.opml import opml
from plugins.audit.page import canonical, look_at
from plugins.audit.places import Grounds, Target, leading_nowhere, target
from plugins.audit.reading import read
from plugins.core.problems import Problem, in_order
from plugins.crew import Crew

_FRONT = "index.html"
_FEEDS = "feeds"
_KINDS = (".xml", ".json")


class NothingBuilt(Exception):
    """The folder holds no built site."""


class Ground(Struct, frozen=True):
    """What every file is judged on: the folder, its name in problems, where the site stands, the files that are there.

    `bodies` keeps the full texts that this process took apart, by their digest: the same ones stand in many feeds.
    """

    folder: Path
    shown: str
    site: Grounds
    files: frozenset[str]
    bodies: dict[bytes, Body]

    def name(self, file: str) -> str:
        """Name a file for people."""
        return f"{self.shown}/{file}" if self.shown else file

    def bytes_of(self, file: str) -> bytes:
        """Read a file."""
        return (self.folder / file).read_bytes()


class FileSeen(Struct, frozen=True):
    """A file that was judged by itself: its problems, and what others have to tell of.

    `open` are links to ids of other pages, one a line; `texts` are those of full texts which this process saw first.
    """

    problems: tuple[Problem, ...]
    ids: str = ""
    open: str = ""
    gist: Gist | None = None
    texts: dict[bytes, tuple[Target, ...]] = {}


def audit(folder: Path, shown: str = "", jobs: int = 1) -> list[Problem]:
    """Judge the release in a folder, with so many processes; in problems its files stand in the folder `shown`."""
    if not (folder / _FRONT).is_file():
        raise NothingBuilt(f"There is no built site in {folder}: run `invoke build` first, or name the folder.")
    ground = _ground(folder.resolve(), shown)
    pages = sorted(file for file in ground.files if file.endswith(".html"))
    feeds = sorted(file for file in ground.files if _is_feed(file)) if ground.site.base else []
    with Crew(ground, jobs) as crew:
        seen_feeds = {feeds[place]: seen for place, seen in crew.share(see_feed, feeds)}
        seen_pages = {pages[place]: seen for place, seen in crew.share(see_page, pages)}
    return in_order(_together(ground, [seen_feeds[file] for file in feeds], seen_pages))


def _ground(folder: Path, shown: str) -> Ground:
    files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    base = canonical((folder / _FRONT).read_bytes()).rstrip("/")
    return Ground(folder, shown, Grounds(base, frozenset(file.split("/")[0] for file in files)), files, {})


def _is_feed(file: str) -> bool:
    """Tell a feed by where it stands: in `feeds/`, or in that of a language."""
    return _FEEDS in file.split("/")[:2] and file.endswith(_KINDS)


def see_feed(ground: Ground, file: str) -> FileSeen:
    """Judge a feed: a task of the crew."""
    name, texts = ground.name(file), {}
    try:
        feed = read(ground.bytes_of(file), f"{ground.site.base}/{file}")
    except Unreadable as error:
        return FileSeen((unreadable(name, error),))

    def looked(html: str) -> Body:
        digest = text_digest(html)
        if digest not in ground.bodies:
            ground.bodies[digest] = look(html)
            texts[digest] = tuple(_targets(ground.bodies[digest].whole, ground.site))
        return ground.bodies[digest]

    problems = tuple(problems_of(feed, name, looked))
    return FileSeen(problems, gist=gist(feed, name), texts=texts)


def see_page(ground: Ground, file: str) -> FileSeen:
    """Judge a page: a task of the crew."""
    page, name = look_at(ground.bytes_of(file), ground.name(file)), ground.name(file)
    here: list[Target] = []
    elsewhere: list[Target] = []
    for one in _targets(page.addresses, ground.site, file):
        (elsewhere if one.id and one.file != file and one.file in ground.files else here).append(one)
    dead = leading_nowhere(here, name, ground.files, {file: page.ids})
    return FileSeen((*page.problems, *dead), page.ids, "\n".join(f"{one.file}\t{one.id}" for one in elsewhere))


def _targets(addresses: Sequence[str], site: Grounds, own: str = "") -> Iterator[Target]:
    found = (target(one, site, own) for one in addresses)
    yield from (one for one in found if one is not None and not (own and _is_of_program(one)))


def _is_of_program(one: Target) -> bool:
    """Tell a text fragment, or a state that a script reads, from the id of a place."""
    return one.id.startswith((":~:", "?"))


def _opened(lines: str) -> Iterator[Target]:
    for line in filter(None, lines.split("\n")):
        file, _, id_ = line.partition("\t")
        yield Target(f"/{file}#{id_}", file, id_)


def _together(ground: Ground, feeds: Sequence[FileSeen], pages: Mapping[str, FileSeen]) -> Iterator[Problem]:
    if not ground.site.base:
        yield told(ground.name(_FRONT), "NoAddress", "The front page does not say where the site will stand.")
    ids = {file: page.ids for file, page in pages.items()}
    for file, page in pages.items():
        yield from page.problems
        yield from leading_nowhere(_opened(page.open), ground.name(file), ground.files, ids)
    gists = [feed.gist for feed in feeds if feed.gist]
    texts = {digest: targets for feed in feeds for digest, targets in feed.texts.items()}
    for feed in feeds:
        yield from feed.problems
    for one in gists:
        yield from _leads(ground, one, texts, ids)
    yield from across(gists)
    yield from archives(gists)
    addresses = {one.address for one in gists}
    for file in (one for one in ground.files if one.endswith(".opml") and ground.site.base):
        yield from opml(ground.bytes_of(file), ground.name(file), addresses)


def _leads(
    ground: Ground, feed: Gist, texts: Mapping[bytes, tuple[Target, ...]], ids: Mapping[str, str]
) -> Iterator[Problem]:
    """Follow the links of a feed to its page and its style sheets, and those of its entries."""
    yield from leading_nowhere(_targets((feed.page, *feed.styles), ground.site), feed.file, ground.files, ids)
    for entry in feed.entries:
        targets = (*_targets((entry.link,), ground.site), *texts.get(entry.text, ()))
        yield from leading_nowhere(targets, feed.file, ground.files, ids, entry.line)
