"""The copy as it would be with some files changed: read by the rules before anything is written."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from plugins.core import rules
from plugins.core.parse.nouns import Draft
from plugins.core.parse.text import decode
from plugins.core.problems import Problem, in_order
from plugins.core.resolve.apart import Apart, Brief, Whole
from plugins.core.resolve.resolve import resolve
from plugins.core.rules.review import Review
from plugins.core.rules.review import Shelf as Fetches
from plugins.intake.load import Loaded
from plugins.intake.taken import Taken, file_digest, take


class _File(Struct, frozen=True):
    """A file as it would be."""

    text: str
    taken: Taken
    apart: Apart | None


class _Overlaid:
    """A shelf in which some files are as they would be."""

    def __init__(self, shelf: Fetches, files: Mapping[str, _File]) -> None:
        self._shelf = shelf
        self._files = files

    def text(self, path: str) -> str:
        return self._files[path].text if path in self._files else self._shelf.text(path)

    def whole(self, brief: Brief) -> Whole:
        apart = self._apart(brief)
        return apart.whole if apart else self._shelf.whole(brief)

    def draft(self, brief: Brief) -> Draft:
        apart = self._apart(brief)
        return apart.pointers if apart else self._shelf.draft(brief)

    def snapshot(self, name: str) -> str | None:
        return self._shelf.snapshot(name)

    def _apart(self, brief: Brief) -> Apart | None:
        return self._files[brief.path].apart if brief.path in self._files else None


def new_problems(loaded: Loaded, contents: Mapping[str, bytes]) -> list[Problem]:
    """Give the problems that the copy would have, and has not yet, with files (by their paths as shown) so changed."""
    publication = loaded.publication
    files = {path: _file(path, content, publication.copy.folder) for path, content in contents.items()}
    briefs = {path: one.taken.brief for path, one in files.items() if one.taken.brief}
    copy = replace(publication.copy, briefs=tuple(briefs.get(one.path, one) for one in publication.copy.briefs))
    then = resolve(copy, publication.now, drafts=publication.drafts)
    found = rules.check(Review(then, _Overlaid(loaded.shelf, files)))
    own = [problem for one in files.values() for problem in one.taken.parsed.problems]
    had = Counter(map(_kind, loaded.problems))
    new = []
    for problem in in_order(rules.settle([*own, *found], then)):
        if had[_kind(problem)]:
            had[_kind(problem)] -= 1
        else:
            new.append(problem)
    return new


def _file(path: str, content: bytes, folder: str) -> _File:
    relative = path.removeprefix(f"{folder}/")
    return _File(decode(path, content)[0], *take(relative, path, content, file_digest(relative, content), folder))


def _kind(problem: Problem) -> tuple[str, str, str]:
    """Tell problems apart that stand in other lines now."""
    return problem.place.path, problem.code, problem.message
