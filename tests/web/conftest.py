"""The two publications, served as a web server would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from web.server import Server, served


@pytest.fixture(scope="session", params=["toy", "demonstration"])
def site(request: pytest.FixtureRequest) -> Path:
    """Give the folder of one publication after the other."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Server]:
    """Serve that publication."""
    with served(site) as server:
        yield server
