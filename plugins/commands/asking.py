"""How commands ask: on a terminal; elsewhere they say which flag was wanted."""

import sys
from collections.abc import Mapping

from invoke import Exit


def answers(questions: Mapping[str, str], given: Mapping[str, str | None]) -> dict[str, str]:
    """Ask what the flags left out, each question by the name of its flag; without a terminal that is wrong use."""
    missing = [name for name in questions if given[name] is None]
    if missing and not sys.stdin.isatty():
        flags = ", ".join(f"--{name}" for name in missing)
        raise Exit(f"Nobody can be asked here, and {flags} {'is' if len(missing) == 1 else 'are'} missing.", 2)
    return {name: _ask(questions[name]) if (answer := given[name]) is None else answer for name in questions}


def confirmed(question: str, *, yes: bool, flag: str = "--yes") -> bool:
    """Ask for a yes, unless the flag was given; without a terminal that is wrong use."""
    if yes:
        return True
    if not sys.stdin.isatty():
        why = "" if flag == "--yes" else f"{question} "
        raise Exit(f"{why}Nothing was done: nobody can be asked here. Add {flag} to do what is shown.", 2)
    return _ask(f"{question} [y/N]").lower() in {"y", "yes"}


def _ask(question: str) -> str:
    try:
        return input(f"{question} ").strip()
    except EOFError:
        raise Exit("Stopped; everything is as it was.", 130) from None
