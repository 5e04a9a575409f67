"""How many fact-checks a topic got, month by month: a bar chart with every number worked out.

A long span is shown by quarters, years or more, so that there are never too many bars.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from plugins.press.site import Site

MOST = 36
"""The most bars that a chart has."""
_STEPS = (1, 3, 12, 60, 120, 600, 1200, 6000)
"""A bar stands for so many months; with the last, the whole calendar fits."""
WIDTH, HEIGHT = 640, 260
"""Of the drawing, in its own units; it is scaled to the page."""
_RIGHT, _TOP, _BASE, _FOOT = 592, 16, 220, 250
"""The plot: where it ends, its highest line, the foot of its bars, and that of the labels below."""
_WIDEST, _SHARE = 48, 0.8
"""The widest bar, and how much of its place a bar takes."""
_LABEL, _YEAR = 150, 70
"""Room for the label at either end, and for a year between them."""


class Bar(Struct, frozen=True):
    """A bar: its place in the drawing, the time and the number of fact-checks that it stands for."""

    x: int
    y: int
    width: int
    height: int
    label: str
    count: int


class Line(Struct, frozen=True):
    """A line across the drawing, and the number that it stands for."""

    y: int
    count: int


class Tick(Struct, frozen=True):
    """A label below the bars; `anchor` says how the text lies at its x (SVG's `text-anchor`)."""

    x: int
    anchor: str
    text: str


class Timeline(Struct, frozen=True):
    """The chart; `description` says in a sentence what it shows."""

    description: str
    width: int
    height: int
    base: int
    right: int
    foot: int
    """Where the labels stand."""
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]


def timeline(site: Site, days: Iterable[str]) -> Timeline | None:
    """Draw the days (ISO 8601) that a topic's fact-checks go by; `None` where all fall into one bar."""
    months = Counter(_month(day) for day in days)
    step = next((step for step in _STEPS if len(_places(months, step)) <= MOST), _STEPS[-1])
    places = _places(months, step)
    if len(places) < 2:
        return None
    count = Counter({place: sum(months[month] for month in range(place, place + step)) for place in places})
    lines = _lines(max(count.values()))
    bars = tuple(
        _bar(number, len(places), count[place], lines[-1].count, _label(site, place, step))
        for number, place in enumerate(places)
    )
    return Timeline(
        description=_described(site, months, bars),
        width=WIDTH,
        height=HEIGHT,
        base=_BASE,
        right=_RIGHT,
        foot=_FOOT,
        bars=bars,
        lines=lines,
        ticks=tuple(_ticks(site, bars, places, step)),
    )


def _described(site: Site, months: Counter[int], bars: Sequence[Bar]) -> str:
    """Say what the chart shows: the span, and the bar that stands out."""
    first, last = _said(site, min(months), 1), _said(site, max(months), 1)
    highest = max(bar.count for bar in bars)
    most = [bar.label for bar in bars if bar.count == highest]
    if len(most) > 1:
        said = site.say(
            "From {first} to {last}; never more than {count} at a time.", first=first, last=last, count=highest
        )
    else:
        said = site.say(
            "From {first} to {last}; most in {when}: {count}.", first=first, last=last, when=most[0], count=highest
        )
    return said


def _month(day: str) -> int:
    """Number a month, from the first of the year 0."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _places(months: Counter[int], step: int) -> range:
    """Give the first months of all bars; bars begin with a quarter, a year, a decade."""
    if not months:
        return range(0)
    return range(min(months) // step * step, max(months) + 1, step)


def _lines(most: int) -> tuple[Line, ...]:
    """Give up to three lines at round numbers, the last one above every bar."""
    unit = next(
        tens * digit for tens in (10**power for power in range(9)) for digit in (1, 2, 5) if tens * digit * 3 >= most
    )
    top = -(-most // unit) * unit
    return tuple(Line(_height(number, top), number) for number in range(unit, top + 1, unit))


def _height(number: int, top: int) -> int:
    return _BASE - round((_BASE - _TOP) * number / top)


def _bar(number: int, bars: int, count: int, top: int, label: str) -> Bar:
    room = _RIGHT / bars
    width = min(_WIDEST, max(1, round(room * _SHARE)))
    y = min(_height(count, top), _BASE - 1) if count else _BASE  # what is there is seen
    return Bar(round(number * room + (room - width) / 2), y, width, _BASE - y, label, count)


def _said(site: Site, month: int, step: int) -> str:
    """Name a month, or a year where a bar stands for years."""
    date = site.date(f"{month // 12:04}-{month % 12 + 1:02}" if step < 12 else f"{month // 12:04}")
    return date.text if date else ""


def _label(site: Site, place: int, step: int) -> str:
    first, last = _said(site, place, step), _said(site, place + step - 1, step)
    return first if first == last else site.say("{first} to {last}", first=first, last=last)


def _ticks(site: Site, bars: Sequence[Bar], places: Sequence[int], step: int) -> Iterable[Tick]:
    """Label both ends, and between them as many years as there is room for."""
    yield Tick(bars[0].x, "start", _said(site, places[0], step))
    free = bars[0].x + _LABEL
    for bar, place in zip(bars, places, strict=True):
        x = bar.x + bar.width // 2
        if (step >= 12 or place % 12 == 0) and free <= x <= _RIGHT - _LABEL:
            yield Tick(x, "middle", _said(site, place, 12))
            free = x + _YEAR
    yield Tick(_RIGHT, "end", _said(site, places[-1], step))
