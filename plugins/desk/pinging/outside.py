"""The two things that are said to other machines: “what do you show there?” and “this feed changed”."""

from email.message import Message
from http.client import HTTPException
from typing import IO
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener, urlopen

PATIENCE = 10.0
"""So many seconds a machine may keep silent."""
_SIGNS = "%/:=&?~#+!$,;'@()*[]"
_HEADERS = {"User-Agent": "Plumbline", "Accept-Encoding": "identity", "Cache-Control": "no-cache"}


class NoAnswer(Exception):
    """The machine does not answer, or not to the end; or it asks us to leave it alone."""


class Refusal(Exception):
    """The hub answers, and will not take this feed."""


class _NoRedirects(HTTPRedirectHandler):
    """What is posted is not posted again elsewhere."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str) -> None:
        """Follow nothing."""


def shows(address: str, content: bytes, patience: float = PATIENCE) -> bool:
    """Tell whether these very bytes are what a reader gets at an address."""
    try:
        with urlopen(Request(_ascii(address), headers=_HEADERS), timeout=patience) as answer:  # noqa: S310 (http or https alone: the model says so)
            return bool(answer.read(len(content) + 1) == content)
    except HTTPError:
        return False
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswer(_why(error)) from None


def tell(hub: str, topic: str, patience: float = PATIENCE) -> None:
    """Tell a hub that a feed changed (WebSub, as its publishers do: a form with `hub.mode=publish` and `hub.url`)."""
    form = urlencode({"hub.mode": "publish", "hub.url": topic}).encode()
    try:
        request = Request(_ascii(hub), form, _HEADERS)  # noqa: S310 (likewise)
        build_opener(_NoRedirects).open(request, timeout=patience).close()
    except HTTPError as error:
        if error.code >= 500 or error.code == 429:
            raise NoAnswer(f"it answers {error.code} {error.reason}") from None
        raise Refusal(f"it answers {error.code} {error.reason}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswer(_why(error)) from None


def _ascii(address: str) -> str:
    return quote(address, safe=_SIGNS)


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "it keeps silent"
    return str(reason) or type(reason).__name__
