"""A publication behind nginx, for readers who change nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from readers.nginx import Nginx, listening, nginx
from readers.publication import Desk


@pytest.fixture(scope="session")
def desk_and_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Nginx]]:
    """Give the desk of a publication with a correction, and the server of its site."""
    folder = tmp_path_factory.mktemp("readers")
    with listening() as taken:
        desk = Desk(folder, f"http://127.0.0.1:{taken.getsockname()[1]}")
        desk.correct("length", 1)
        desk.build()
        with nginx(taken, desk.output, folder / "nginx") as server:
            yield desk, server


@pytest.fixture
def server(desk_and_server: tuple[Desk, Nginx]) -> Nginx:
    """Give the server."""
    return desk_and_server[1]


@pytest.fixture
def site(desk_and_server: tuple[Desk, Nginx]) -> Path:
    """Give the folder that it serves."""
    return desk_and_server[0].output.resolve()
