"""The search index as a part of the release: taken over while its pages are the same, else put there anew."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from plugins.engine import digest_of
from plugins.press.manifest import Entry, Files, Known, entry_of
from plugins.press.pages import Page, Thing
from plugins.press.search_index import index_files, is_index, made_from
from plugins.press.tree import Tree, put


class Indexing(Struct, frozen=True):
    """How the index is kept up: for which engine, where there is room to work, and whether any index is good enough."""

    engine: bytes
    scratch: Path
    keep: bool = False

    def stands(self, things: Sequence[Thing], files: Files) -> bool:
        """Tell whether the files of a release are its pages, all of which stand, and just the index that is wanted."""
        beside = files.keys() - {thing.file for thing in things}
        if self.keep:
            return all(is_index(file) for file in beside)
        wanted = made_from(self.engine, _searched(things, files))
        return {files[file].made_from for file in beside} == ({wanted} if wanted else set())

    def bring(self, things: Sequence[Thing], made: Mapping[str, Known], before: Files, tree: Tree) -> Files:
        """Give the index of the pages that were made: that of the last release if it will do, else one put into the tree."""
        index = {file: one for file, one in before.items() if is_index(file)}
        if self.keep:
            return index
        searched = _searched(things, made)
        wanted = made_from(self.engine, searched)
        kept = {file: one for file, one in index.items() if one.made_from == wanted}
        if kept or not searched:
            return kept
        return self._renewed(wanted, searched, before, tree)

    def _renewed(self, wanted: str, searched: Mapping[str, bytes], before: Files, tree: Tree) -> Files:
        made = {}
        for file, content in index_files({file: tree.find(file) for file in searched}, self.scratch):
            made[file] = Entry(wanted, digest_of(content))
            if file not in before or before[file].content != made[file].content:
                put(tree.folder, file, content)
                tree.put_here.add(file)
        return made


def _searched(things: Sequence[Thing], files: Mapping[str, Known]) -> dict[str, bytes]:
    """Give the digests of the pages that are searched, by file."""
    found = (thing.file for thing in things if isinstance(thing, Page) and thing.searched)
    return {file: entry_of(files[file]).content for file in found}
