"""The two releases that all these tests bring somewhere, built once."""

from pathlib import Path

import pytest

from tests.deploy.publication import Both, built


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Give both releases; nobody switches or builds here."""
    return Both(built(tmp_path_factory.mktemp("both")))


@pytest.fixture
def own(tmp_path: Path) -> Both:
    """Give both releases to a test that switches or builds."""
    return Both(built(tmp_path))
