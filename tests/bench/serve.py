"""Measures the preview: how long after an editor wrote does a browser show it.

`invoke serve` runs as a process of its own, a real Chromium has a fact-check's page open, and the copy is
edited. An edit's time runs from just before the write to the `DOMContentLoaded` of the first document that holds its
text, by the clock of the machine, which page and we share.
"""

import re
import time
from collections.abc import Callable
from itertools import count as numbers
from itertools import cycle
from pathlib import Path
from statistics import median

from measure import Scale, weight
from msgspec import Struct
from progress import say
from serving import Served, serving
from sites import Site
from tables import Wait
from works import Desk, edit, requote, retitle, rewrite

_PAUSE = 0.5
"""Between two edits so many seconds pass, as nobody writes without a break."""
_EDITS = numbers(1)


class Kind(Struct, frozen=True):
    """A kind of edit, and how often it is timed."""

    name: str
    goal: float | None
    """At most so many milliseconds; none: no goal was set."""
    times: int
    edit: Callable[[Desk, str], int]


def _requote_cited(desk: Desk, text: str) -> int:
    """Change the quote of the first source that the newest fact-check cites."""
    cited = re.search(r"^  1: (.+)$", desk.newest.read_text("utf-8"), re.MULTILINE)
    assert cited
    requote(desk, cited[1], text)
    return 1


KINDS = (
    Kind("its text edited", 150, 20, edit),
    Kind("its title edited", None, 5, retitle),
    Kind("a source edited that it cites", None, 5, _requote_cited),
)


class Pen:
    """Writes as editors do, in turn: a new file renamed over the old one, and the old one written anew."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self.began = 0.0
        """Just before the last write, in milliseconds since 1970, as the page tells the time."""
        self._ways = cycle((_rename, rewrite))

    def __call__(self, path: Path, text: str) -> None:
        """Write; look at the clock before."""
        way = next(self._ways)
        self.began = time.time() * 1000
        way(path, text)


def _rename(path: Path, text: str) -> None:
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, "utf-8")
    new.replace(path)


def measure(folder: Path, site: Site) -> tuple[list[Wait], int]:
    """Serve cold and time all edits; serve again and weigh one edit of each kind. Give times, and memory in bytes.

    It is weighed after all the edits too, so that nothing that grows with them is missed.
    """
    say(f"the preview of {site.count:,} fact-checks")
    pen = Pen()
    desk = Desk(site, pen)
    address = f"/checks/{desk.newest.stem}/"
    site.forget()
    try:
        with serving(folder, site, address, site.mark) as cold:
            waits = [_time(cold, desk, pen, kind) for kind in KINDS]
            grown = weight(cold.session)
        edit(desk, text := _text())
        with serving(folder, site, address, text) as warm:
            scale = Scale(warm.session)
            for kind in KINDS:
                _edit(warm, desk, pen, kind)
            memory = max(grown, scale.stop())
    finally:
        desk.restore()
        site.forget()
    say(f"  memory: {memory / 1e6:.0f} MB")
    starts = {"`invoke serve` started, nothing cached": cold, "`invoke serve` started again": warm}
    return [*(Wait(name, None, [one.took], []) for name, one in starts.items()), *waits], memory


def _time(served: Served, desk: Desk, pen: Pen, kind: Kind) -> Wait:
    """Edit so many times; give the milliseconds until the page showed each."""
    took = [_edit(served, desk, pen, kind) for _ in range(kind.times)]
    times, painted = [loaded for loaded, _ in took], [painted for _, painted in took]
    say(f"  {kind.name}: {median(times):.0f} ms ({min(times):.0f}–{max(times):.0f}, {len(times)} times)")
    return Wait(kind.name, kind.goal, times, painted)


def _edit(served: Served, desk: Desk, pen: Pen, kind: Kind) -> tuple[float, float]:
    """Edit once; give the milliseconds until the page was loaded, and until it was painted."""
    time.sleep(_PAUSE)
    kind.edit(desk, text := _text())
    shown = served.shown(text)
    return shown.loaded - pen.began, shown.painted - pen.began


def _text() -> str:
    return f"Edited for measurement {next(_EDITS)}."
