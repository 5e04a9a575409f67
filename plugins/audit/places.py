"""Where addresses lead in a release: to which file, and to which id on its page."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from plugins.audit.lint import told
from plugins.core import anchors
from plugins.core.addresses import file_of
from plugins.core.problems import Problem


class Target(Struct, frozen=True, gc=False):
    """What an address leads to: the address as written, a file of the release, an id or nothing; `outside` is none of ours."""

    address: str
    file: str
    id: str = ""
    outside: bool = False


class Grounds(Struct, frozen=True):
    """Where a site stands: its address without final slash, and the first segments of all that is in it."""

    base: str
    segments: frozenset[str]

    def owns(self, path: str) -> bool:
        """Tell whether a whole address with this path is ours; other programs may answer beside us."""
        return not path or path.split("/", maxsplit=1)[0] in self.segments


def target(address: str, grounds: Grounds, own: str = "") -> Target | None:
    """Find what an address leads to, written on a page (`own`, its file) or in a feed; nothing if it is not ours."""
    if own and address.startswith("#"):
        return Target(address, own, unquote(address[1:]))
    base, root = grounds.base, urlsplit(grounds.base).path
    ours = bool(base) and address.startswith(f"{base}/")
    within = address.removeprefix(base.removesuffix(root)) if ours else address
    try:
        parts = urlsplit(within)
    except ValueError:
        return Target(address, "", outside=True)
    if parts.scheme or parts.netloc:
        return None
    if parts.path and not parts.path.startswith(f"{root}/"):
        return Target(address, "", outside=True)
    path = unquote(parts.path.removeprefix(root)).lstrip("/")
    if ours and not grounds.owns(path):
        return None
    return Target(address, file_of(path) if parts.path else own, unquote(parts.fragment))


def leading_nowhere(
    targets: Iterable[Target], file: str, files: frozenset[str], ids: Mapping[str, str], line: int = 1
) -> Iterator[Problem]:
    """Tell of what is not there: `files` of the release, and the `ids` of its pages, one a line."""
    for one in targets:
        if one.outside:
            yield told(file, "OutsideLink", f"{one.address} leads out of the folder in which the site stands.", line)
        elif one.file not in files:
            yield told(file, "DeadLink", f"{one.address} leads nowhere: there is no {one.file}.", line)
        elif one.id and f"\n{one.id}\n" not in f"\n{ids.get(one.file, '')}\n":
            name = "DeadCitation" if one.id.startswith(anchors.SOURCE) else "DeadAnchor"
            yield told(file, name, f"{one.address} leads nowhere: {one.file} has no such place.", line)
