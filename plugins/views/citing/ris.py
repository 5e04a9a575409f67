"""A work as a record of RIS, which reference managers import."""

from collections.abc import Iterator

from plugins.views.citing.work import Date, Work

_DATE_SLOTS = 3


def ris(work: Work) -> str:
    """Give the record; each line a tag of two signs and a value."""
    return "".join(f"{tag}  - {value}\n" for tag, value in _lines(work))


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", work.id
    yield from (("AU", name.inverted) for name in work.author)
    yield "TI", work.title
    if work.container:
        yield "T2", work.container
    if work.issued:
        yield "PY", str(work.issued.parts[0][0])
        yield "DA", _date(work.issued)
    if work.language:
        yield "LA", work.language
    if work.address:
        yield "UR", work.address
    yield "ER", ""


def _date(date: Date) -> str:
    """Give a date as RIS has it: year, month and day, each with a slash behind it, whether it is known or not."""
    numbers = [f"{part:02}" for part in date.parts[0]]
    return "/".join([*numbers, *[""] * (_DATE_SLOTS - len(numbers))]) + "/"
