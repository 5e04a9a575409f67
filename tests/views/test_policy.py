"""The policy that a server sends with each page."""

import pytest

from plugins.views.policy import policy

USUAL = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("address", ["/", "/checks/search/", "/research/", "/search.html", "/topics/fr/search/"])
def test_everything_comes_from_the_site_itself(address: str) -> None:
    assert policy(address) == USUAL


@pytest.mark.parametrize("address", ["/search/", "/fr/search/", "/search/?q=moon"])
def test_pages_that_search_may_compile(address: str) -> None:
    assert policy(address) == USUAL.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
