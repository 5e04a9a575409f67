"""What pages tell machines is schema.org: every block is read by TypeScript against the types of the vocabulary."""

from pathlib import Path

from web.tools import needs_browser_tools, node

pytestmark = needs_browser_tools


def test_every_type_and_property_is_in_the_vocabulary(toy: Path, demonstration: Path) -> None:
    found = [one for folder in (toy, demonstration) for one in node("structured.mjs", str(folder))]

    assert not found, "\n".join(map(str, found))
