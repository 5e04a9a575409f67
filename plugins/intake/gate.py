"""The gate: the one place where copy can stop a build."""

from collections.abc import Iterable

from plugins.core.codes import OF_THE_LEDGER
from plugins.core.problems import Problem, Severity


def closed(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether these problems stop a build: any error does; under `strict` any warning too."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def spoils_pages(problems: Iterable[Problem]) -> bool:
    """Tell whether pages made in spite of these problems could be broken: only then does the preview wait."""
    return closed(problem for problem in problems if problem.code not in OF_THE_LEDGER)
