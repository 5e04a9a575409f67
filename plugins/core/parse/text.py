r"""Bytes → text: UTF-8 without a BOM, line ends as `\n`, nothing in it that a reader could not see."""

import re

from plugins.core.parse import direction
from plugins.core.parse.lines import Lines
from plugins.core.parse.refused import REFUSED, beyond_ascii, refusal
from plugins.core.parse.report import Faults

_BOM = "\ufeff"
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_LEDGER = (".jsonl", ".json", ".txt")
LIMIT, LEDGER_LIMIT = 2_000_000, 100_000_000
"""The largest file taken in, and the largest of the ledger, which has a line for each fact-check of a year, in bytes."""


def limit_of(path: str) -> int:
    """Give the largest size that a file may have, in bytes."""
    return LEDGER_LIMIT if path.endswith(".jsonl") else LIMIT


def decode(path: str, content: bytes) -> tuple[str, Faults]:
    """Give the text of a file (empty when there is none to use) and what is wrong with it."""
    faults = Faults(path)
    if len(content) > limit_of(path):
        faults.add(
            "too-big", 0, 0, f"This file has more than {limit_of(path):,} bytes.",
            "split it, or move data out of the text",
        )  # fmt: skip
        return "", faults
    try:
        text = _lines(content.decode().removeprefix(_BOM))
    except UnicodeDecodeError as error:
        before = _lines(content[: error.start].decode().removeprefix(_BOM))
        line, column = Lines(before).at(len(before))
        faults.add(
            "bad-text", line, column,
            f"This file is not UTF-8: byte {error.start} (0x{content[error.start]:02x}) belongs to no character.",
            "save the file as UTF-8",
        )  # fmt: skip
        return "", faults
    rare = beyond_ascii(content)
    if REFUSED.search(rare):
        lines = Lines(text)
        for match in REFUSED.finditer(text):
            faults.add("control-character", *lines.at(match.start()), *refusal(match[0]))
        return "", faults
    if ("<<<<<<<" in text or ">>>>>>>" in text) and _CONFLICT.search(text):
        _note_conflict(text, faults)
        return "", faults
    if not text.strip():
        faults.add("empty-file", 0, 0, "This file is empty.", "write it, or delete it")
        return "", faults
    if direction.SIGNS.search(rare):
        _note_directions(text, faults)
    return text, faults


def readable(content: bytes) -> str:
    """Give what can be read of a file that is refused."""
    return _lines(content.decode(errors="replace").removeprefix(_BOM))


def _note_conflict(text: str, faults: Faults) -> None:
    """Note the lines that a merge left; a row of `=` counts only between the two others: elsewhere it is a heading's."""
    one = "keep one version, and take the three lines of signs out"
    of_both = (
        "keep the lines of both, and take the three lines of signs out; of two with one id keep the one that holds more"
    )
    inside = False
    for number, line in enumerate(text.split("\n")):
        ends = _CONFLICT.match(line)
        if ends or (inside and line.rstrip() == "======="):
            message = f"A merge left `{line[:7]}` here: two versions of the text stand one below the other."
            faults.add("conflict-marker", number, 0, message, of_both if faults.path.endswith(_LEDGER) else one)
            inside = not line.startswith(">") if ends else inside


def _note_directions(text: str, faults: Faults) -> None:
    for number, line in enumerate(text.split("\n")):
        for column, message, fix in direction.unbalanced(line):
            faults.add("text-direction", number, column, message, fix)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
