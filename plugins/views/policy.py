"""What a browser may do on a page: the Content-Security-Policy (W3C, CSP Level 3) that a server sends with it."""

import re

from plugins.core.addresses import LANGUAGE

_ALLOWED = (
    "default-src 'none'; script-src 'self'{more}; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_SEARCH = re.compile(rf"/{LANGUAGE}search/")
"""The pages that search, in any language."""


def policy(address: str) -> str:
    """Give the policy of the page at a root-relative address.

    Everything comes from the site itself and nothing is written into a page. Pages that search may compile
    WebAssembly besides: their index is read by it.
    """
    return _ALLOWED.format(more=" 'wasm-unsafe-eval'" if _SEARCH.match(address) else "")
