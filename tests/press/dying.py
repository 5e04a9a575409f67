"""A build of 500 pages on a cluster, one of which ends the worker that makes it, once or always, or fails there."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from msgspec import Struct

from plugins.press import cluster
from plugins.press.publish import publish
from plugins.press.release import Releases
from tests.press import simple

PAGES = 500
DEADLY = 250


def _die_once(note: Path) -> None:
    if not note.exists():
        note.touch()
        os._exit(1)


def _die(note: Path) -> None:
    del note
    os._exit(1)


def _fail(note: Path) -> None:
    with note.open("a") as file:
        file.write("failed ")
    raise TimeoutError("of its own")  # what waiting for a result may raise, too


FATES = {"die-once": _die_once, "die": _die, "fail": _fail}


def render(view: Struct) -> bytes:
    """Render a page; a text may say what happens to the process that does, and name a file that tells of it."""
    content = simple.render(view)
    fate, _, note = content.decode().partition(" ")
    if fate in FATES:
        FATES[fate](Path(note))
    return content


if __name__ == "__main__":
    from tests.press import dying

    output, scheduler, deadly = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    cluster.LOOK, cluster.ALONE = 1, 2
    pages = [simple.page(f"page-{one}", deadly if one == DEADLY else f"text {one}") for one in range(PAGES)]
    press = simple.press_of(pages, output.parent, {"text": dying.render})
    publish(press, b"1", Releases(output), scheduler=scheduler)
