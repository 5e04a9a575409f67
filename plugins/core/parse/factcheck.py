"""The file of a fact-check → a draft."""

import re

from plugins.core.model.factcheck import Header
from plugins.core.parse.body import read_body
from plugins.core.parse.convert import convert
from plugins.core.parse.header import split_or_note
from plugins.core.parse.nouns import Draft
from plugins.core.parse.plain_fields import note_marks
from plugins.core.parse.prose import Prose, read_inline
from plugins.core.parse.report import Faults
from plugins.core.parse.slugs import fault_of_slug
from plugins.core.parse.yaml_tree import Node, compose

_PATH = re.compile(r"articles/[0-9]{4}/([^/]+)\.md")


def parse_factcheck(relative: str, faults: Faults) -> Draft | None:
    """Parse `articles/YYYY/<slug>.md`; `None` when there is no header to go by."""
    slug = _slug(relative, faults)
    parts = split_or_note(faults.text, faults)
    if parts is None:
        return None
    header_faults = faults.part(parts.header, parts.header_line)
    root = compose(header_faults)
    header = convert(root, Header, header_faults) if root else None
    body = read_body(parts, faults)
    if root is None or header is None:
        return None
    note_marks(root, Header, header_faults)
    return Draft(faults.path, slug, header, body, _inline_texts(header, root, header_faults))


def _slug(relative: str, faults: Faults) -> str:
    match = _PATH.fullmatch(relative)
    name = match[1] if match else relative.rpartition("/")[2].removesuffix(".md")
    if not match:
        faults.add(
            "bad-slug", 0, 0, "A fact-check lies in `articles/YYYY/`.", "move the file into the folder of its year"
        )
    elif wrong := "the site uses `/checks/page/` itself" if name == "page" else fault_of_slug(name):
        faults.add("bad-slug", 0, 0, f"`{name}` cannot be a slug: {wrong}.", "rename the file")
    return name


def _inline_texts(header: Header, root: Node, faults: Faults) -> dict[str, Prose]:
    """Parse the inline texts in the order in which a page shows them."""
    texts: dict[str, Prose] = {}

    def read(pointer: tuple[str | int, ...], text: str, *, marks: bool = True) -> None:
        if not text:
            return
        prose, notes = read_inline(text, marks=marks)
        node = _at(root, pointer)
        if node is not None:
            blanks = len(node.value) - len(node.value.lstrip())
            for note in notes:
                faults.add_in(node, note._replace(offset=note.offset + blanks))
        texts[".".join(map(str, pointer))] = prose

    read(("bottom_line",), header.bottom_line)
    for index, claim in enumerate(header.claims):
        read(("claims", index, "because"), claim.because)
    for index, gap in enumerate(header.not_found):
        read(("not_found", index, "text"), gap.text)
    for index, correction in enumerate(header.corrections):
        for name in ("was", "now", "why"):
            read(("corrections", index, name), getattr(correction, name), marks=False)
    return texts


def _at(root: Node, pointer: tuple[str | int, ...]) -> Node | None:
    """Find the scalar of a field."""
    node = root
    for step in pointer:
        if isinstance(node.value, dict) and str(step) in node.value:
            node = node.value[str(step)][1]
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node if isinstance(node.value, str) else None
