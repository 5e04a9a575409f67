"""A fact-check is light: what a browser that knows nothing yet fetches to show one, on the wire."""

from pathlib import Path

from web.kinds import kinds
from web.server import Server
from web.tools import needs_browser_tools, node

pytestmark = needs_browser_tools

MOST = 60_000
"""Bytes of a page with everything that it loads."""
MOST_SCRIPT = 6_000
"""Bytes of script among them."""


def test_a_fact_check_is_light(site: Path, server: Server) -> None:
    pages = [address for kind, address in kinds(site).items() if "fact-check" in kind]

    fetched = node("weight.mjs", server.address, *pages)

    assert {one["page"] for one in fetched} == set(pages)
    for page in pages:
        own = [one for one in fetched if one["page"] == page]
        table = "\n".join(f"{one['bytes']:>7} {one['kind']} {one['address']}" for one in own)
        assert {one["kind"] for one in own if one["bytes"]} >= {"Document", "Stylesheet"}, table
        assert sum(one["bytes"] for one in own) <= MOST, table
        assert sum(one["bytes"] for one in own if one["kind"] == "Script") <= MOST_SCRIPT, table
        assert [one for one in own if not one["address"].startswith(f"{server.address}/")] == [], table
