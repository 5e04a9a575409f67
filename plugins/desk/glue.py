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
from plugins.desk.preview import Board, Server, keep_fresh
from plugins.intake.gate import closed
from plugins.intake.glue import cache_folder, clock
from plugins.intake.load import load, shown
from plugins.press.glue import PressGenerator
from plugins.settings import DRAFTS, JOBS, OUTCOME, PUBLICATION, SHELF

_DEBOUNCE = 50
"""So many milliseconds of quiet make a change: editors write a file in several steps."""

Tell = Callable[[str, Sequence[Problem]], None]


def serve(settings_file: Path, override: dict[str, Any], port: int, tell: Tell) -> None:
    """Serve the preview until interrupted; `tell` gets a line and the problems of each build."""
    settings = read_settings(str(settings_file), override={**override, JOBS: 1})  # forking beside threads is not safe
    settings["PELICAN_CLASS"](settings)  # sets the rooms up
    watched = (settings["PATH"], settings["THEME"])
    with preview(settings, port, watch(*watched, debounce=_DEBOUNCE, step=10), tell) as (server, fresh):
        tell(f"Preview at {server.address} – every change shows there. Ctrl-C ends it.", ())
        fresh.join()


@contextmanager
def preview(
    settings: dict[str, Any], port: int, changes: Iterable[object], tell: Tell
) -> Iterator[tuple[Server, threading.Thread]]:
    """Run a server and a builder, each in a thread of its own; `changes` gives something when there is news."""
    board = Board()
    server = Server(Path(settings["OUTPUT_PATH"]), board, port)
    build = partial(_build, settings, tell)
    fresh = threading.Thread(target=keep_fresh, args=(board, changes, build), daemon=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    fresh.start()
    try:
        yield server, fresh
    finally:
        board.close()
        server.shutdown()
        server.server_close()


def _build(settings: dict[str, Any], tell: Tell) -> tuple[bool, Sequence[Problem]]:
    """Take the copy in; with an error in it the last good pages stay, and the problems are news."""
    folder = Path(settings["PATH"])
    loaded = load(
        folder, shown(folder), clock(settings), drafts=settings.get(DRAFTS, False), cached=cache_folder(settings)
    )
    if closed(loaded.problems):
        tell("The copy has errors; the pages stay as they were.", loaded.problems)
        return False, loaded.problems
    settings[PUBLICATION], settings[SHELF] = loaded.publication, loaded.shelf
    PressGenerator(settings=settings).generate_output(None)
    outcome = settings[OUTCOME][-1]
    tell(outcome.line(), loaded.problems)
    return bool(outcome.written or outcome.removed), loaded.problems
