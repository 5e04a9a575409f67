"""A source as a work that can be cited."""

from urllib.parse import urlsplit

from plugins.press.site import Site
from plugins.views.citing.names import name_of
from plugins.views.citing.work import Name, Work, date_of, one_line

_TYPES = {
    "news": "article-newspaper", "court": "legal_case", "law": "legislation", "dataset": "dataset", "study": "report",
    "interview": "interview", "social": "post",
}  # fmt: skip
_IN_A_CONTAINER = frozenset({"article-newspaper", "post", "webpage"})


def work_of_source(site: Site, source_id: str) -> Work | None:
    """Give a source as a work; `None` when it has no record."""
    return site.once(_work, source_id)


def _work(site: Site, source_id: str) -> Work | None:
    source = site.source(source_id)
    if source is None:
        return None
    kind = _TYPES.get(source.kind, "webpage" if source.address else "document")
    maker, publisher = one_line(source.origin or source.publisher), one_line(source.publisher)
    author = tuple(_author(one, maker) for one in source.authors if one.strip()) or (Name(literal=maker),)
    said_already = author == (Name(literal=publisher),)
    title = one_line(source.title)
    archive = source.archived_at
    return Work(
        id=source_id,
        type=kind,
        title=f"[{title}]" if source.title_supplied else title,
        author=author,
        container=publisher if kind in _IN_A_CONTAINER and not said_already else "",
        publisher=publisher if kind not in _IN_A_CONTAINER and not said_already else "",
        issued=date_of(source.published),
        accessed=date_of(source.accessed),
        language=source.lang,
        address=source.address,
        held_at=one_line(source.held_at) or urlsplit(archive).hostname or "",
        archived_at=archive,
        edition=one_line(source.edition),
        note=one_line(site.worded(source.note)),
    )


def _author(shown: str, maker: str) -> Name:
    """Give an author; one who is the publisher or agency as well is no person."""
    return Name(literal=maker) if one_line(shown) == maker else name_of(shown)
