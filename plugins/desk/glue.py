"""Where Pelican meets the desk. The last file of the room, the only one that imports Pelican."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from pelican.settings import read_settings
from watchfiles import watch

from plugins.core.problems import Problem
from plugins.desk.live import Live
from plugins.desk.preview import Board, Server, keep_fresh
from plugins.forked import cores
from plugins.intake.glue import cache_folder, clock
from plugins.intake.load import Loaded, load
from plugins.intake.read import shown
from plugins.press.glue import press_of
from plugins.press.making import Press
from plugins.settings import DRAFTS, PUBLICATION, SHELF

_DEBOUNCE, _STEP = 50, 5
"""Milliseconds: a change is told of when so many pass without another (step), at the latest after the first."""
_FIRST = 200
"""So many milliseconds after the start whatever changed before anybody watched is taken in."""

Tell = Callable[[str, Sequence[Problem]], None]


def serve(settings_file: Path, override: dict[str, Any], port: int, tell: Tell) -> None:
    """Serve the preview until interrupted; `tell` gets a line and the problems of each change."""
    settings = read_settings(str(settings_file), override=override)
    settings["PELICAN_CLASS"](settings)  # sets the rooms up
    changes = _changes(settings["PATH"], settings["THEME"])
    with preview(settings, port, changes, tell) as (server, fresh):
        tell(f"Preview at {server.address} – every change shows there. Ctrl-C ends it.", ())
        fresh.join()


def _changes(*folders: str) -> Iterator[set[str]]:
    """Give the paths of each change; at first none, once somebody watches."""
    watching = watch(
        *folders, debounce=_DEBOUNCE, step=_STEP, rust_timeout=_FIRST, yield_on_timeout=True, raise_interrupt=False
    )
    yield {path for _, path in next(watching, ())}
    yield from ({path for _, path in changes} for changes in watching if changes)


@contextmanager
def preview(
    settings: dict[str, Any], port: int, changes: Iterable[Iterable[str]], tell: Tell
) -> Iterator[tuple[Server, threading.Thread]]:
    """Run a server and, in a thread of its own, what takes in the changes: the paths of what changed."""
    board = Board()
    server = Server(
        lambda: Live(Path(settings["PATH"]), partial(_load, settings), partial(_plan, settings)), board, port
    )
    say = partial(_say, server.live, tell)
    say("")
    fresh = threading.Thread(target=keep_fresh, args=(server.live, board, changes, say), daemon=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    fresh.start()
    try:
        yield server, fresh
    finally:
        board.close()
        server.shutdown()
        server.server_close()


def _load(settings: dict[str, Any]) -> Loaded:
    """Take the whole copy in: in many processes at first, in one when threads run, beside which none may be forked."""
    folder, alone = Path(settings["PATH"]), threading.active_count() == 1
    return load(
        folder,
        shown(folder),
        clock(settings),
        drafts=settings.get(DRAFTS, False),
        jobs=cores() if alone else 1,
        cached=cache_folder(settings),
    )


def _plan(settings: dict[str, Any], loaded: Loaded) -> Press:
    return press_of({**settings, PUBLICATION: loaded.publication, SHELF: loaded.shelf})


def _say(live: Live, tell: Tell, failure: str) -> None:
    count = len(live.problems)
    tell(failure or f"{count or 'No'} problem{'' if count == 1 else 's'}", live.problems)
