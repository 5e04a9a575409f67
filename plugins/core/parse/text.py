r"""Bytes → text: UTF-8 without a BOM, line ends as `\n`, nothing in it that a reader could not see."""

from plugins.core.parse.lines import Lines
from plugins.core.parse.refused import REFUSED, refusal
from plugins.core.parse.report import Faults

_BOM = "\ufeff"
LIMIT = 2_000_000
"""The largest file taken in, in bytes."""


def decode(path: str, content: bytes) -> tuple[str, Faults]:
    """Give the text of a file (empty when there is none to use) and what is wrong with it."""
    faults = Faults(path)
    if len(content) > LIMIT:
        faults.add(
            "too-big", 0, 0, f"This file has more than {LIMIT:,} bytes.",
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
    refused = list(REFUSED.finditer(text))
    if refused:
        lines = Lines(text)
        for match in refused:
            faults.add("control-character", *lines.at(match.start()), *refusal(match[0]))
        return "", faults
    if not text.strip():
        faults.add("empty-file", 0, 0, "This file is empty.", "write it, or delete it")
        return "", faults
    return text, faults


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
