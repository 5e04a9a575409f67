"""`rules:` in `publication.yaml` names codes that exist, and lowers none that a page depends on."""

from collections.abc import Iterator

from plugins.core.codes import CODES, MAY_BE_LOWERED
from plugins.core.problems import Finding, Severity, Spot, did_you_mean
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look each code up in the list of all; few errors may be lowered."""
    publication = review.publication
    path = f"{publication.copy.folder}/publication.yaml"
    for code, severity in publication.masthead.rules.items():
        spot = Spot(path, ("rules", code))
        if code not in CODES:
            fix = did_you_mean(code, CODES, "correct the code, or take the line out")
            yield Finding(spot, "unknown-code", f"No problem has the code `{code}`.", fix)
        elif not may_be(code, Severity(severity)):
            message = f"`{code}` is always an error; `rules:` cannot change it."
            yield Finding(spot, "unknown-code", message, "take the line out")


def may_be(code: str, severity: Severity) -> bool:
    """Tell whether a publication may give a code this severity."""
    return severity is Severity.ERROR or CODES[code] is Severity.WARNING or code in MAY_BE_LOWERED
