"""Every kind of page is accessible (WCAG 2.2 AA and good practice), asks nobody else, and runs without an error.

By light and in the dark, in a wide window and in the narrowest that WCAG 1.4.10 names.
"""

from pathlib import Path

import pytest
from web.kinds import kinds
from web.server import Server, served
from web.tools import needs_browser_tools, node

pytestmark = needs_browser_tools


def test_what_only_the_newsroom_sees_is_accessible(drafts: Path) -> None:
    with served(drafts) as server:
        found = node("axe.mjs", server.address, kinds(drafts)["styleguide"])

    assert not found, "\n".join(
        "{page} ({mode}): {rule}: {what} {where}".format_map({"where": "", **one}) for one in found
    )


@pytest.mark.parametrize("flags", [(), pytest.param(("--anew",), marks=pytest.mark.long)], ids=["once", "anew"])
def test_pages_are_accessible_and_run_without_an_error(site: Path, server: Server, flags: tuple[str, ...]) -> None:
    found = node("axe.mjs", *flags, server.address, *kinds(site).values())

    assert not found, "\n".join(
        "{page} ({mode}): {rule}: {what} {where}".format_map({"where": "", **one}) for one in found
    )
