"""Pages of every kind are found, so that none is left out of what is proved."""

from pathlib import Path

from web.kinds import ALWAYS, kinds


def _write(site: Path, *files: str) -> None:
    for size, name in enumerate(files):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("x" * size, "utf-8")


def test_a_site_has_all_kinds_that_it_must_have(site: Path) -> None:
    found = kinds(site)

    assert found.keys() >= ALWAYS
    assert len(set(found.values())) == len(found)


def test_the_largest_of_a_kind_and_the_shortest_fact_check(tmp_path: Path) -> None:
    _write(tmp_path, "checks/a/index.html", "checks/b/index.html", "checks/c/index.html", "topics/x/index.html")

    assert kinds(tmp_path) == {"fact-check": "/checks/c/", "fact-check-short": "/checks/a/", "topic": "/topics/x/"}


def test_every_language_has_its_kinds(tmp_path: Path) -> None:
    _write(tmp_path, "index.html", "about/index.html", "fr/index.html", "fr/checks/index.html", "fr/methode/index.html")

    assert kinds(tmp_path) == {
        "home": "/",
        "standing": "/about/",
        "fr/home": "/fr/",
        "fr/checks": "/fr/checks/",
        "fr/standing": "/fr/methode/",
    }


def test_pages_that_lead_on_are_of_no_kind(tmp_path: Path) -> None:
    _write(tmp_path, "checks/a/index.html", "checks/b/index.html")
    (tmp_path / "checks/b/index.html").write_text('<meta http-equiv="refresh" content="0; url=/checks/a/">', "utf-8")

    assert kinds(tmp_path) == {"fact-check": "/checks/a/"}
