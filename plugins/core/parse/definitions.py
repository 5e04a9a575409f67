"""Link definitions whose label is a mark (`[2]: https://…`): noted, and blanked before the parse.

Left alone, such a line would silently turn every `[2]` into a link to somewhere else.
"""

from plugins.core.parse import markdown
from plugins.core.parse.marks import DEFINITION
from plugins.core.parse.notes import Note


def blank_digit_definitions(text: str, notes: list[Note]) -> str:
    """Give the text, of the same length in bytes, without digit definitions; note each."""
    candidates = [match.start(1) for match in DEFINITION.finditer(text)]
    if not candidates:
        return text
    covered = _covered(text)
    raw = bytearray(text.encode())
    for offset in candidates:
        start = len(text[:offset].encode())
        if covered[start]:
            continue
        end = text.index("]", offset) + 1
        notes.append(
            Note("digit-definition", offset,
                 f"This line defines a link named {text[offset:end]}: it would turn that mark into another link.",
                 "declare the address as a source, or name the link with a word")
        )  # fmt: skip
        _blank(raw, start, covered)
    return raw.decode()


def _covered(text: str) -> bytearray:
    """Flag each byte that is part of text, code or HTML; definitions belong to none of these."""
    covered = bytearray(len(text.encode()) + 1)
    for event, span in markdown.events(text):
        if isinstance(event, dict) and next(iter(event)) in {"Text", "Code", "Html", "InlineHtml", "FootnoteReference"}:
            covered[span["start"] : span["end"]] = b"\x01" * (span["end"] - span["start"])
    return covered


def _blank(raw: bytearray, start: int, covered: bytearray) -> None:
    """Blank from the label on, over further lines of the same definition (an address, a title)."""
    position, first_line = start, True
    while position < len(raw) and not covered[position]:
        end = raw.find(b"\n", position)
        end = len(raw) if end < 0 else end
        line = raw[position:end].strip()
        if not first_line and (not line or line.lstrip(b"> \t").startswith(b"[") or any(covered[position:end])):
            return
        raw[position:end] = b" " * (end - position)
        position, first_line = end + 1, False
