"""Corrections as readers were shown them, digested: what was told once is not told in another way later."""

from plugins.core.model.factcheck import Correction, Header
from plugins.core.resolve.source_fields import digest


def pack_corrections(header: Header) -> str:
    """Give `id:digest` of each correction, sorted, with blanks between."""
    # What is no id is told by the parser, and must not break the list.
    return " ".join(sorted(f"{''.join(one.id.split())}:{_shown(one)}" for one in header.corrections))


def unpack_corrections(packed: str) -> dict[str, str]:
    """Give the digest of each correction by its id, in order."""
    if not packed:  # as of most fact-checks
        return {}
    parts = (one.rpartition(":") for one in packed.split())
    return {name: shown for name, _, shown in parts}


def _shown(correction: Correction) -> str:
    verdicts = "\n".join(f"{claim}={verdict}" for claim, verdict in sorted(correction.verdict_was.items()))
    named = (
        ("kind", correction.kind),
        ("date", correction.date),
        ("was", correction.was),
        ("now", correction.now),
        ("why", correction.why),
        ("verdict_was", verdicts),
    )
    return digest("\n".join(f"# {name}\n{text}" for name, text in named))
