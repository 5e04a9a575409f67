"""The publication in memory: an edit is taken in where it stands, a page is made when somebody looks at it."""

import gc
import threading
import time
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path

from msgspec import Struct

from plugins.core import addresses
from plugins.core.problems import Problem
from plugins.intake.again import is_copy, taken_again
from plugins.intake.gate import spoils_pages
from plugins.intake.load import Loaded
from plugins.press.making import Press
from plugins.press.pages import StoredFile, Thing

LOOKS = 500
"""So many looks are remembered, the newest: far more than a browser listens for at a time. A page whose look is forgotten is loaded again."""


class Answer(Struct, frozen=True):
    """What is at an address: bytes, and whether something is there at all."""

    content: bytes
    look: str
    """Names this look at the page: the page asks by it whether it still stands."""
    found: bool = True


_NOTHING = b"<!DOCTYPE html><html lang=en><title>Errors</title><body><p>The copy has errors.</p></body></html>"


class _Shown(Struct, frozen=True):
    """The pages that can be shown now."""

    press: Press
    things: dict[str, Thing]
    facts: frozenset[int]


class Live:
    """The newest copy, the pages of the newest copy without errors that spoil them, and what of them somebody looks at."""

    def __init__(self, folder: Path, load: Callable[[], Loaded], plan: Callable[[Loaded], Press]) -> None:
        """`load` takes in the whole copy of the folder, `plan` plans its pages."""
        self._folder = folder.resolve()
        self._load = load
        self._plan = plan
        self._making = threading.Lock()
        self._seen: dict[str, tuple[str, tuple[int, ...] | None]] = {}
        """Look → the address, and the facts that the page stood on; none where nothing was."""
        self._begun, self._looks = time.time_ns(), count()
        self._edited: set[str] = set()
        """The fact-checks that were edited in place since pages were planned."""
        self._shown: _Shown | None = None
        self._behind = True
        """Whether the newest copy holds more than pages that were planned and edits in place."""
        self._owed = False
        """Whether a change could not be taken in, so that all has to be, whatever changes next."""
        self._loaded = self._take_all()
        gc.freeze()  # what is here now stays: the collector need not walk over it again and again

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of the newest copy."""
        return self._loaded.problems

    @property
    def root(self) -> str:
        """The path that all addresses stand under: empty, or `/sub`."""
        return self._shown.press.site.root if self._shown else ""

    def renew(self, changed: Iterable[str]) -> None:
        """Take in what changed, given as paths; with an error that spoils pages they stay as they are."""
        changed = list(changed)
        relatives = {relative for path in changed if self._counts(relative := self._relative(path))}
        if changed and not relatives:
            return
        only = relatives.pop() if len(relatives) == 1 and not self._owed else None
        self._owed = True
        again = taken_again(self._loaded, only) if only else None
        if again:
            self._edit(again)
        else:
            self._loaded = self._take_all()
        self._owed = False

    def answer(self, address: str) -> Answer | Path:
        """Make what is at an address; a stored file is given as its path."""
        shown = self._shown
        if shown is None:
            return Answer(_NOTHING, self._remember(address, None))
        thing = shown.things.get(addresses.file_of(address))
        if isinstance(thing, StoredFile):
            return thing.path
        page = thing or shown.things[addresses.file_of(addresses.NOT_FOUND)]
        assert not isinstance(page, StoredFile)
        with self._making:
            content, facts = shown.press.site.watched(lambda: shown.press.render(page))
        return Answer(content, self._remember(address, facts if thing else None), thing is not None)

    def stands(self, look: str) -> bool:
        """Tell whether a page is still what it was when somebody looked at it; `look` is what the answer said."""
        shown, (address, facts) = self._shown, self._seen.get(look, ("", None))
        if shown is None or not address:
            return shown is None
        if facts is None:
            return addresses.file_of(address) not in shown.things
        return shown.facts.issuperset(facts)

    def leads_to_folder(self, address: str) -> bool:
        """Tell whether an address lacks nothing but its final slash."""
        shown = self._shown
        return shown is not None and addresses.file_of(f"{address}/") in shown.things

    def _remember(self, address: str, facts: tuple[int, ...] | None) -> str:
        with self._making:
            look = f"{self._begun}-{next(self._looks)}"
            self._seen[look] = address, facts
            if len(self._seen) > LOOKS:
                del self._seen[next(iter(self._seen))]
        return look

    def _edit(self, again: Loaded) -> None:
        before, self._loaded = self._loaded.publication.factchecks, again
        now = again.publication.factchecks
        self._edited |= {name for name, check in now.items() if check is not before[name]}
        if not spoils_pages(again.problems):
            self._show(again)

    def _take_all(self) -> Loaded:
        loaded = self._load()
        self._behind = True
        if not spoils_pages(loaded.problems):
            self._show(loaded)
        return loaded

    def _show(self, loaded: Loaded) -> None:
        if self._shown is None or self._behind:
            self._shown, self._edited, self._behind = _planned(self._plan(loaded)), set(), False
            return
        press = self._shown.press
        site = press.site.edited(loaded.publication, self._edited)
        self._shown = _planned(Press(press.things, press.renderers, site), self._shown.things)

    def _counts(self, relative: str | None) -> bool:
        return relative is None or is_copy(self._loaded, self._folder, relative)

    def _relative(self, path: str) -> str | None:
        """Give a path below the folder of the copy; nothing for any other, such as one of the theme."""
        whole = Path(path)
        return whole.relative_to(self._folder).as_posix() if whole.is_relative_to(self._folder) else None


def _planned(press: Press, things: dict[str, Thing] | None = None) -> _Shown:
    known = {thing.file: thing for thing in press.things} if things is None else things
    return _Shown(press, known, frozenset(press.site.facts.values()))
