"""Lighthouse finds nothing to better on a slow telephone: speed, access, good practice, what search engines need."""

from pathlib import Path

import pytest
from web.kinds import kinds
from web.server import served
from web.tools import needs_browser_tools, node

pytestmark = [needs_browser_tools, pytest.mark.alone]

PERFECT = {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 100}


@pytest.mark.parametrize("kind", ["home", "fact-check", "topic"])
def test_lighthouse_finds_nothing_to_better(demonstration: Path, kind: str) -> None:
    with served(demonstration) as server:
        [verdict] = node("lighthouse.mjs", server.address, kinds(demonstration)[kind])

    assert (verdict["scores"], verdict["shift"]) == (PERFECT, 0), verdict
