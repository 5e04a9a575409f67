"""A build of 500 pages by two processes, in which the page named in the second argument kills the build."""

import os
import signal
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from msgspec import Struct

from plugins.press.pages import Page
from plugins.press.publish import publish
from plugins.press.release import Releases
from plugins.press.render import Renderers

OUTPUT, KILLER = Path(sys.argv[1]), sys.argv[2]


class View(Struct, frozen=True):
    """A page's name is all that it shows."""

    name: str


def render(view: Struct) -> bytes:
    """Render a page, or kill the process that started this one."""
    assert isinstance(view, View)
    if view.name == KILLER:
        os.kill(os.getppid(), signal.SIGKILL)
    return view.name.encode()


pages = [Page(f"/page-{number}/", "text", partial(View, f"page-{number}")) for number in range(500)]
publish(pages, Renderers(OUTPUT.parent, {"text": render}), b"1", Releases(OUTPUT), jobs=2)
