"""The gate: the one place where copy can stop a build."""

from collections.abc import Iterable

from plugins.core.problems import Problem, Severity


def closed(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether these problems stop a build: any error does; under `strict` any warning too."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)
