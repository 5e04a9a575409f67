"""The proofs see what they are there to see: a page with one fault of every kind."""

import pytest
from web.server import served
from web.tools import HERE, needs_browser_tools, needs_checker, node, nu

from plugins.audit.audit import audit

FAULTY = HERE / "faulty"
STANDING = {"image-alt", "heading-order", "target-size"}
LOADING = {"page error", "failed request", "request elsewhere", "console error"}
ALWAYS = STANDING | LOADING
COLOURS = {"color-contrast"}
ONCE = {
    "light, 1280 px": ALWAYS,
    "light, 320 px": STANDING | {"reflow"},
    "dark, 1280 px": COLOURS,
    "dark, 320 px": COLOURS | {"reflow"},
}
ANEW = {
    "light, 1280 px": ALWAYS,
    "light, 320 px": ALWAYS | {"reflow"},
    "dark, 1280 px": ALWAYS | COLOURS,
    "dark, 320 px": ALWAYS | COLOURS | {"reflow"},
}
"""The faults that show where; loaded once for all readers, or anew for each."""


@needs_browser_tools
@pytest.mark.parametrize(("flags", "expected"), [((), ONCE), (("--anew",), ANEW)], ids=["once", "anew"])
def test_the_browser_sees_every_fault_where_it_shows(flags: tuple[str, ...], expected: dict[str, set[str]]) -> None:
    with served(FAULTY) as server:
        found = node("axe.mjs", *flags, server.address, "/")

    seen: dict[str, set[str]] = {one["mode"]: set() for one in found}
    for one in found:
        seen[one["mode"]].add(one["rule"])
    assert seen == expected
    assert any("inline style violates" in one["what"] for one in found)


@needs_browser_tools
def test_what_is_fetched_from_elsewhere_is_weighed_too() -> None:
    with served(FAULTY) as server:
        fetched = node("weight.mjs", server.address, "/")

    kinds = {one["address"].removeprefix(server.address): (one["kind"], one["bytes"] > 0) for one in fetched}
    assert kinds["/"] == ("Document", True)
    assert kinds["/faulty.js"] == ("Script", True)
    assert kinds["http://elsewhere.example/picture.png"] == ("Image", False)


@needs_checker
def test_the_checker_sees_faults_of_all_three_languages() -> None:
    found = nu(sorted(FAULTY.iterdir()))

    files = {one["url"].rpartition("/")[2] for one in found}
    assert files == {"index.html", "faulty.css", "faulty.svg"}


def test_the_audit_sees_what_leads_nowhere() -> None:
    found = [(one.code, one.message) for one in audit(FAULTY)]

    assert ("DeadLink", "/nowhere/ leads nowhere: there is no nowhere/index.html.") in found
    assert ("DeadLink", "/not-there.png leads nowhere: there is no not-there.png.") in found
    assert ("DeadAnchor", "#nothing leads nowhere: index.html has no such place.") in found
