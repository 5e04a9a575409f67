"""Files → what they hold, each parsed by itself, side by side."""

import msgspec

from plugins.core.parse.file import parse_file
from plugins.core.parse.nouns import Parsed
from plugins.core.problems import Problem
from plugins.crew import Crew
from plugins.intake.read import Files

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Parsed)


def parse_all(files: Files, jobs: int) -> list[Parsed]:
    """Read and parse every text file, in order of path."""
    with Crew(files, jobs) as crew:
        if not crew.worth(files.texts):
            return [_parse(files, relative) for relative in files.texts]
        packed = crew.share(_pack, files.texts)
    return [_unpack(files, text, relative) for text, relative in zip(packed, files.texts, strict=True)]


def _parse(files: Files, relative: str) -> Parsed:
    path, content = files.path(relative), files.content(relative)
    return Parsed(path, problems=(content,)) if isinstance(content, Problem) else parse_file(relative, path, content)


def _pack(files: Files, relative: str) -> bytes:
    return _ENCODER.encode(_parse(files, relative))


def _unpack(files: Files, packed: bytes, relative: str) -> Parsed:
    """Read what another process parsed; faulty copy can hold values that its own types refuse, and is parsed here."""
    try:
        return _DECODER.decode(packed)
    except msgspec.ValidationError:
        return _parse(files, relative)
