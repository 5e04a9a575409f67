"""A reader reaches the passage behind a sentence, and comes back: with keys, pointer, finger, and without JavaScript."""

from pathlib import Path

from web.kinds import kinds
from web.server import Server
from web.tools import needs_browser_tools, node

pytestmark = needs_browser_tools


def test_a_mark_leads_to_its_source_and_back(site: Path, server: Server) -> None:
    found = node("reading.mjs", server.address, kinds(site)["fact-check"])

    assert not found, "\n".join("{who}: {step}: {fault}".format_map(one) for one in found)
