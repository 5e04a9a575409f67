r"""Bytes → text: UTF-8 without a BOM, line ends as `\n`, nothing in it that a reader could not see."""

import re

from plugins.core.parse.report import Faults

_BOM = "\ufeff"
LIMIT = 2_000_000
"""The largest file taken in, in bytes."""

# C0 and C1 controls but tab and line feed, the line and paragraph separators (libyaml counts them as
# line ends, Markdown does not), private-use characters (our own placeholders), non-characters.
REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
"""Characters that no copy may hold, typed or written as an escape."""


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
        line, column = _position(before, len(before))
        faults.add(
            "bad-text", line, column,
            f"This file is not UTF-8: byte {error.start} (0x{content[error.start]:02x}) belongs to no character.",
            "save the file as UTF-8",
        )  # fmt: skip
        return "", faults
    for match in REFUSED.finditer(text):
        line, column = _position(text, match.start())
        faults.add(
            "control-character", line, column, *refusal(match[0])
        )
    if faults.problems:
        return "", faults
    if not text.strip():
        faults.add("empty-file", 0, 0, "This file is empty.", "write it, or delete it")
        return "", faults
    return text, faults


def refusal(character: str) -> tuple[str, str]:
    """Say what is wrong with a character that is refused, and the way out."""
    return (
        f"There is an invisible character here (U+{ord(character):04X}) that no page or feed may carry.",
        "delete it; it often comes along when text is pasted",
    )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _position(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset), offset - start
