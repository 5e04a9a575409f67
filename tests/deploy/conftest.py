"""The two releases that all these tests bring somewhere, built once."""

import shutil
from pathlib import Path

import pytest

from plugins.press.release import Releases
from tests.deploy.publication import Both, built


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Give both releases; nobody switches or builds here."""
    return Both(built(tmp_path_factory.mktemp("both")))


@pytest.fixture
def own(both: Both, tmp_path: Path) -> Both:
    """Give both releases to a test that switches or builds; their copy is in the folders `was` and `is`."""
    shutil.copytree(both.releases.output.parent, tmp_path, symlinks=True, dirs_exist_ok=True)
    return Both(Releases(tmp_path / "output"))
