"""What differs between two texts, word by word, as an editor reads it: `three words before [-was-] {+now+} and after`."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from msgspec import Struct

from plugins.core.resolve.folded import Fields

AROUND, LONGEST = 3, 12
"""So many words are shown before and after a change, and so many of the change itself."""
MANY = 4000
"""Longer stretches than so many words are one change: to find what they share would take long."""


class Change(Struct, frozen=True):
    """A place that differs: the field, and the difference as it is shown."""

    field: str
    shown: str
    words: tuple[tuple[str, ...], ...]
    """As they stand there now, those before and after too; then fewer and fewer, by which the place may be found."""


def changes(before: Fields, now: Fields) -> tuple[Change, ...]:
    """Give every place in which fields differ, in the order of the fields as they are now; what is gone comes last."""
    was, new = dict(before), dict(now)
    return tuple(one for name in {**new, **was} for one in _of_field(name, was, new))


def _of_field(name: str, was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Change]:
    old, new = was.get(name, "").split(), now.get(name, "").split()
    if old == new:
        return
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    stretches = old[start : len(old) - end], new[start : len(new) - end]
    for old_from, old_to, new_from, new_to in _stretches(*stretches):
        gone, come = old[start + old_from : start + old_to], new[start + new_from : start + new_to]
        begin, after = start + new_from, start + new_to
        around = new[max(0, begin - AROUND) : begin], new[after : after + AROUND]
        yield Change(name, _shown(gone, come, *around), _by_which_found(come, *around))


def _by_which_found(come: list[str], before: list[str], after: list[str]) -> tuple[tuple[str, ...], ...]:
    tries = (before + come + after, before + come, come + after, come)
    return tuple(tuple(words) for words in tries if words)


def _shared(one: list[str], other: list[str]) -> int:
    """Count the words that two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _stretches(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    if len(old) + len(new) > MANY:
        return [(0, len(old), 0, len(new))]
    matched = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [places for tag, *places in matched if tag != "equal"]  # type: ignore[misc]


def _shown(gone: list[str], come: list[str], before: list[str], after: list[str]) -> str:
    changed = (f"[-{_short(gone)}-]" if gone else "", f"{{+{_short(come)}+}}" if come else "")
    return " ".join(part for part in (" ".join(before), *changed, " ".join(after)) if part)


def _short(words: list[str]) -> str:
    if len(words) <= LONGEST:
        return " ".join(words)
    half = LONGEST // 2
    return f"{' '.join(words[:half])} … {' '.join(words[-half:])}"
