"""The corrections page: every change once, filtered by kind, with changed verdicts told apart."""

from pathlib import Path

import pytest
from small import Noun, check, claim, loaded, site_of, source

from plugins.corrections.room import corrections_view


def _correction(name: str, date: str, kind: str, **more: object) -> Noun:
    return {"id": name, "date": date, "kind": kind, "was": "It *was*.", "now": "It is.", "why": "A slip.", **more}


CHECKS = [
    check("a", "2025-01-01", "s", claims=[claim({"name": "Ann"})], corrections=[
        _correction("c2", "2025-03-01", "substantial", verdict_was={"claim-right": "wrong"}),
        _correction("c1", "2025-02-01", "minor"),
    ]),
    check("b", "2025-01-01", "s", corrections=[_correction("c1", "2025-02-15", "update")]),
    check("c", "2025-01-01", "s", status="withdrawn", withdrawn={"date": "2025-04-01", "why": "A <hoax>."}),
]  # fmt: skip


def test_every_change_newest_first(tmp_path: Path) -> None:
    masthead = {"complaints": {"A council": "https://council.example/"}}
    view = corrections_view(site_of(loaded(tmp_path, CHECKS, sources={"s": source("Paper")}, masthead=masthead)))

    assert [(item.entry.anchor, item.entry.kind, item.fits.first) for item in view.items] == [
        ("correction-c", "Withdrawn", "4"),
        ("correction-a.c2", "Correction", "1 5"),
        ("correction-b.c1", "Update", "2"),
        ("correction-a.c1", "Small change", "3"),
    ]
    assert [one.entry.verdicts_were for one in view.items] == [(), ("“So” was rated Wrong before.",), (), ()]
    assert [(one.label, one.count) for one in view.filters.filters[0].choices] == [
        ("Correction", 1), ("Update", 1), ("Small change", 1), ("Withdrawn", 1), ("Verdict changed", 1),
    ]  # fmt: skip
    assert (view.items[1].entry.change.was, view.items[0].entry.change.why) == ("It <em>was</em>.", "A &lt;hoax&gt;.")
    assert [(link.text, link.href) for link in view.complaints] == [("A council", "https://council.example/")]


@pytest.mark.parametrize("count", [0, 1])
def test_few_need_no_filter(tmp_path: Path, count: int) -> None:
    view = corrections_view(site_of(loaded(tmp_path, CHECKS[1 : 1 + count], sources={"s": source("Paper")})))

    assert (len(view.items), view.filters.filters) == (count, ())
