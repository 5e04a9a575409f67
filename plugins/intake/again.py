"""One fact-check taken in again, when its file alone changed and the change reaches no other."""

from pathlib import Path

from msgspec.structs import replace

from plugins.core import rules
from plugins.core.problems import in_order
from plugins.core.resolve.edited import edited
from plugins.core.rules.review import Review
from plugins.intake.load import Loaded
from plugins.intake.read import is_hidden


def is_copy(loaded: Loaded, folder: Path, relative: str) -> bool:
    """Tell whether a file is copy, or was: programs leave others beside it while they write."""
    if is_hidden(relative):
        return False
    known = {
        *loaded.files,
        *(problem.place.path.removeprefix(f"{loaded.publication.copy.folder}/") for problem in loaded.problems),
    }
    if relative in known or (folder / relative).exists():
        return True
    return any(name.startswith(f"{relative}/") for name in known)  # a folder that was moved away


def taken_again(loaded: Loaded, relative: str) -> Loaded | None:
    """Give what is loaded with one file (below the copy's folder) as it is now; `None` when all has to be loaded."""
    folder = loaded.publication.copy.folder
    path = f"{folder}/{relative}"
    before = next((brief for brief in loaded.publication.copy.briefs if brief.path == path), None)
    if before is None or path in loaded.reviewed or not loaded.review.surely_right(before):
        return None
    taken = loaded.shelf.take(relative)
    if taken is None or taken.brief is None or not loaded.review.surely_right(taken.brief):
        return None
    publication = edited(loaded.publication, taken.brief)
    if publication is None:
        return None
    judged = rules.check_edited(Review(publication, loaded.shelf), publication.factchecks[taken.brief.id])
    others = (problem for problem in loaded.problems if problem.place.path != path)
    problems = in_order([*others, *rules.settle((*taken.parsed.problems, *judged), publication)])
    return replace(loaded, publication=publication, problems=tuple(problems))
