"""`rules:` in `publication.yaml` names codes that exist."""

from collections.abc import Iterator

from plugins.core.codes import CODES
from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.resolve.publication import Publication


def check(publication: Publication) -> Iterator[Finding]:
    """Look each code up in the list of all."""
    for code in publication.masthead.rules:
        if code not in CODES:
            yield Finding(
                Spot(f"{publication.copy.folder}/publication.yaml", ("rules", code)), "unknown-code",
                f"No problem has the code `{code}`.", did_you_mean(code, CODES, "take the line out"),
            )  # fmt: skip
