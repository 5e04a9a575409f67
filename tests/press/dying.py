"""A build of 500 pages on a cluster, in which one page, when it is made for the first time, ends its worker."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from msgspec import Struct

from plugins.press.publish import publish
from plugins.press.release import Releases
from tests.press import simple

PAGES = 500
DEADLY = 250


def render(view: Struct) -> bytes:
    """Render a page, or end the process that does; the text of a deadly page is a file that tells of a death."""
    content = simple.render(view)
    if content.startswith(b"/") and not Path(content.decode()).exists():
        Path(content.decode()).touch()
        os._exit(1)
    return content


if __name__ == "__main__":
    from tests.press import dying

    output, scheduler = Path(sys.argv[1]), sys.argv[2]
    death = str(output.with_name("death"))
    pages = [simple.page(f"page-{one}", death if one == DEADLY else f"text {one}") for one in range(PAGES)]
    press = simple.press_of(pages, output.parent, {"text": dying.render})
    publish(press, b"1", Releases(output), scheduler=scheduler)
