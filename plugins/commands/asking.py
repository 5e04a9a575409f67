"""How commands ask: on a terminal; elsewhere they say which flag was wanted."""

import contextlib
import sys
from collections.abc import Callable, Mapping

from invoke import Exit


def answers(
    questions: Mapping[str, str], given: Mapping[str, str | None], fault: Callable[[str, Mapping[str, str]], str]
) -> dict[str, str]:
    """Ask what the flags left out, each question by the name of its flag; a wrong answer is asked for again.

    `fault(name, answers so far)` says what is wrong with one. A wrong flag is wrong use, before anything is asked;
    without a terminal, so is a missing one, unless an empty answer will do.
    """
    answered = {name: answer for name, answer in given.items() if answer is not None}
    for wrong in filter(None, (fault(name, answered) for name in questions if name in answered)):
        raise Exit(wrong, 2)
    if not sys.stdin.isatty():
        return _unasked(questions, answered, fault)
    for name, question in questions.items():
        if name not in answered:
            answered[name] = _ask(question)
        while wrong := fault(name, answered):
            print(wrong)
            answered[name] = _ask(question)
    return answered


def _unasked(
    questions: Mapping[str, str], given: Mapping[str, str], fault: Callable[[str, Mapping[str, str]], str]
) -> dict[str, str]:
    """Take what was left out for empty where that will do."""
    answered = dict.fromkeys(questions, "") | given
    missing = [name for name in questions if name not in given and fault(name, answered)]
    if missing:
        flags = ", ".join(f"--{name}" for name in missing)
        raise Exit(f"Nobody can be asked here, and {flags} {'is' if len(missing) == 1 else 'are'} missing.", 2)
    return answered


def confirmed(question: str, *, yes: bool, flag: str = "--yes") -> bool:
    """Ask for a yes, unless the flag was given; without a terminal that is wrong use."""
    if yes:
        return True
    if not sys.stdin.isatty():
        why = "" if flag == "--yes" else f"{question} "
        raise Exit(f"{why}Nothing was done: nobody can be asked here. Add {flag} to do what is shown.", 2)
    return _ask(f"{question} [y/N]").lower() in {"y", "yes"}


def _ask(question: str) -> str:
    with contextlib.suppress(ImportError):  # with it the arrow keys work in an answer; not every Python has it
        import readline  # noqa: F401 (to have it there is enough)
    try:
        return input(f"{question} ").strip()
    except EOFError:
        raise Exit("Stopped; everything is as it was.", 130) from None
