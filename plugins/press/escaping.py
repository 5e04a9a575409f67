"""How a value becomes HTML: text is escaped, HTML stays as it is."""

from markupsafe import Markup, _escape_inner  # type: ignore[attr-defined]  # (`escape` without the wrapping)
from markupsafe import escape as escape_anything


def escape(value: object) -> str:
    """Give a value as HTML. The usual `escape` wraps each text to say that it is HTML now; it may still look so here."""
    kind = value.__class__
    if kind is str:
        return _escape_inner(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    return str(value) if kind is int else escape_anything(value)


def html(text: str) -> Markup:
    """Say of a text that it is HTML; `Markup` itself would first ask what it is."""
    return str.__new__(Markup, text)
