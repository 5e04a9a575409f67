"""What is hard on a page: it holds its shape, nothing runs, nobody else is asked."""

from pathlib import Path

import build as toy_site
import pytest
from web.hostile import write
from web.kinds import kinds
from web.server import served
from web.tools import needs_browser_tools, needs_checker, node, nu


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hard")
    write(folder / "content")
    toy_site.build(folder / "site", content=folder / "content")
    return (folder / "site").resolve()


def _pages(site: Path) -> list[str]:
    """Give a page of each kind, and every fact-check."""
    checks = [f"/checks/{path.parent.name}/" for path in sorted(site.glob("checks/*/index.html"))]
    return list(dict.fromkeys([*kinds(site).values(), *checks]))


@needs_browser_tools
def test_pages_hold_their_shape_and_nothing_runs(hard: Path) -> None:
    with served(hard) as server:
        found = node("axe.mjs", server.address, *_pages(hard))

    assert not found, "\n".join(
        "{page} ({mode}): {rule}: {what} {where}".format_map({"where": "", **one}) for one in found
    )


@needs_checker
def test_markup_stays_sound(hard: Path) -> None:
    found = nu(sorted(hard.rglob("*.html")))

    assert not found, "\n".join(f"{one.get('url')}:{one.get('lastLine')}: {one['message']}" for one in found)
