"""The files of the ledger → its lines. `invoke publish` writes them; merges and hands may spoil them."""

import re

import msgspec

from plugins.core.model.ledger import EnteredMasthead, LedgerLine
from plugins.core.model.scalars import SCALARS
from plugins.core.parse.convert import convert
from plugins.core.parse.notes import short
from plugins.core.parse.nouns import Parsed
from plugins.core.parse.report import Faults
from plugins.core.parse.yaml_tree import compose

_DECODE = msgspec.json.Decoder(LedgerLine).decode
_DECODE_MASTHEAD = msgspec.json.Decoder(EnteredMasthead).decode
_BYTE = re.compile(r" \(byte (\d+)\)$")
_FIX = "put the line back as git has it; only `invoke publish` writes here"
_TWICE = "keep the one that holds more (its corrections, its addresses); `invoke publish` mends the rest"


def parse_ledger(relative: str, faults: Faults) -> Parsed:
    """Parse `ledger/YYYY.jsonl`: a JSON object in each line."""
    year = relative.rpartition("/")[2].removesuffix(".jsonl")
    lines: dict[str, LedgerLine] = {}
    for number, text in enumerate(faults.text.split("\n")):
        line = _read(text, number, faults) if text.strip() else None
        if line is None:
            continue
        if line.first[:4] != year:
            message = (
                f"`{line.id}` was first published on {line.first[:10]}: its line stands in {line.first[:4]}.jsonl."
            )
            faults.add("bad-ledger", number, _column(text, line.first), message, "move the line there")
            continue
        if line.id in lines:
            message = f"The ledger has two lines for `{line.id}`."
            faults.add("duplicate-id", number, _column(text, line.id), message, _TWICE)
        lines.setdefault(line.id, line)
    return Parsed(faults.path, ledger=tuple(lines.values()))


def parse_source_pages(_relative: str, faults: Faults) -> Parsed:
    """Parse `ledger/sources.txt`: the id of a source in each line."""
    return Parsed(faults.path, source_pages=_ids("source", faults))


def parse_topic_pages(_relative: str, faults: Faults) -> Parsed:
    """Parse `ledger/topics.txt`: the id of a topic in each line."""
    return Parsed(faults.path, topic_pages=_ids("topic", faults))


def parse_entered_masthead(_relative: str, faults: Faults) -> Parsed:
    """Parse `ledger/publication.json`: one JSON object."""
    try:
        return Parsed(faults.path, entered=_DECODE_MASTHEAD(faults.text))
    except (msgspec.DecodeError, RecursionError) as error:
        message = f"This file of the ledger is damaged: {_BYTE.sub('', str(error))}."
        faults.add("bad-ledger", 0, 0, message, _FIX.replace("line", "file"))
        return Parsed(faults.path)


def _ids(noun: str, faults: Faults) -> tuple[str, ...]:
    ids = {}
    for number, text in enumerate(faults.text.split("\n")):
        name = text.strip()
        fault = SCALARS["id"](name) if name else None
        if fault:
            faults.add("bad-ledger", number, 0, f"`{short(name)}` is no id of a {noun}: {fault}.", _FIX)
        elif name:
            ids[name] = True
    return tuple(ids)


def _read(text: str, number: int, faults: Faults) -> LedgerLine | None:
    try:
        line = _DECODE(text)
    except msgspec.ValidationError as error:
        _explain(text, number, faults, str(error))
        return None
    except (msgspec.DecodeError, RecursionError) as error:
        byte = _BYTE.search(str(error))
        column = len(text.encode()[: int(byte[1])].decode(errors="replace")) if byte else 0
        message = f"This line of the ledger is damaged: {_BYTE.sub('', str(error))}."
        faults.add("bad-ledger", number, min(column, len(text)), message, _FIX)
        return None
    if _fits(line):
        return line
    _explain(text, number, faults, "it has no address")
    return None


def _fits(line: LedgerLine) -> bool:
    """Check what the decoder does not: the shapes of the scalars."""
    scalars = [("id", line.id), ("moment", line.first), ("digest", line.text), ("digest", line.sources)]
    scalars += [("local_path", one) for one in line.addresses] + [("id", one) for one in line.corrections]
    scalars += [("digest", one) for one in line.corrections.values()]
    return bool(line.addresses) and not any(SCALARS[name](value) for name, value in scalars)


def _explain(text: str, number: int, faults: Faults, otherwise: str) -> None:
    """Note what is wrong with the fields of a line, each at its place: JSON is YAML, and the converter says it best."""
    part, before = faults.part(text, faults.first_line + number), len(faults.problems)
    root = compose(part)
    if root is not None:
        convert(root, LedgerLine, part)
    if len(faults.problems) == before:
        faults.add("bad-ledger", number, 0, f"This line of the ledger is damaged: {otherwise}.", _FIX)


def _column(text: str, value: str) -> int:
    return max(0, text.find(f'"{value}"'))
