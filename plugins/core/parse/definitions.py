"""Link definitions whose label is a mark (`[2]: https://…`): noted, and blanked before the parse.

Left alone, such a line would silently turn every `[2]` into a link to somewhere else.
"""

from plugins.core.parse import markdown
from plugins.core.parse.marks import DEFINITION
from plugins.core.parse.notes import Note, short
from plugins.core.parse.source_text import SourceText

_NO_DEFINITION = frozenset({"Text", "Code", "Html", "InlineHtml", "FootnoteReference"})


def blank_digit_definitions(text: str, notes: list[Note]) -> str:
    """Give the text, of the same length, without digit definitions; note each."""
    candidates = [match.span(1) for match in DEFINITION.finditer(text)] if "]:" in text else []
    if not candidates:
        return text
    covered = _covered(text)
    pieces: list[str] = []
    position = 0
    for start, end in candidates:
        if start < position or covered[start]:
            continue
        label = short(text[start:end])
        message = f"This line defines a link named {label}: it would turn that mark into another link."
        notes.append(
            Note("digit-definition", start, message, "declare the address as a source, or name the link with a word")
        )
        after = _end_of_definition(text, end, covered)
        pieces += [text[position:start], _blanked(text[start:after])]
        position = after
    return "".join(pieces) + text[position:]


def _covered(text: str) -> bytearray:
    """Flag each character that is part of text, code or HTML; definitions belong to none of these."""
    source = SourceText(text)
    covered = bytearray(len(text) + 1)
    for event, span in markdown.events(text):
        if isinstance(event, dict) and not _NO_DEFINITION.isdisjoint(event):
            start, end = source.offset(span["start"]), source.offset(span["end"])
            covered[start:end] = b"\x01" * (end - start)
    return covered


def _end_of_definition(text: str, label_end: int, covered: bytearray) -> int:
    """Give the end of the line that holds the label, or of a further line (an address, a title) that belongs to it."""
    end = _line_end(text, label_end)
    while end < len(text):
        begin, next_end = end + 1, _line_end(text, end + 1)
        line = text[begin:next_end].strip()
        if (
            not line
            or line.lstrip("> \t").startswith("[")
            or DEFINITION.match(text, begin)
            or any(covered[begin:next_end])
        ):
            break
        end = next_end
    return end


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _blanked(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
