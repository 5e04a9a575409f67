"""A build of 500 pages by two processes, in which the page named in the second argument kills the build."""

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from msgspec import Struct

from plugins.press.publish import publish
from plugins.press.release import Releases
from tests.press import simple

OUTPUT, KILLER = Path(sys.argv[1]), sys.argv[2]
BUILD = os.getpid()


def render(view: Struct) -> bytes:
    """Render a page, or kill the build, in whichever of its processes this is."""
    content = simple.render(view)
    if content.decode() == KILLER:
        os.kill(BUILD, signal.SIGKILL)
    return content


pages = [simple.page(f"page-{number}", f"page-{number}") for number in range(500)]
publish(simple.press_of(pages, OUTPUT.parent, {"text": render}), b"1", Releases(OUTPUT), jobs=2)
