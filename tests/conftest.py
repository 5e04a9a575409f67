"""The two publications that many tests look at, each built once."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "site"))

import build as toy_site

DEMONSTRATION_NOW = "2026-11-24T12:00:00+00:00"


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the toy publication's release."""
    output = tmp_path_factory.mktemp("toy") / "site"
    toy_site.build(output)
    return output.resolve()


@pytest.fixture(scope="session")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the demonstration publication's release as those see it who work on it."""
    output = tmp_path_factory.mktemp("drafts") / "site"
    content = toy_site.ROOT / "content"
    toy_site.build(output, content=content, PLUMBLINE_NOW=DEMONSTRATION_NOW, PLUMBLINE_DRAFTS=True)
    return output.resolve()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the demonstration publication's release."""
    output = tmp_path_factory.mktemp("demonstration") / "site"
    toy_site.build(output, content=toy_site.ROOT / "content", PLUMBLINE_NOW=DEMONSTRATION_NOW)
    return output.resolve()
