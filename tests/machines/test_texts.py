"""robots.txt, security.txt, llms.txt."""

import re
from pathlib import Path

import pytest
from small import check, loaded, site_of, source

from plugins.core import addresses
from plugins.machines.llms import llms_view
from plugins.machines.robots import robots_view
from plugins.machines.room import pages
from plugins.machines.security import contact_address, expires, security_view
from plugins.press.site import Site


def _site(folder: Path, lang: str = "en", base: str = "https://small.example", **masthead: object) -> Site:
    topics = {"sea": {"title": "The [sea]\nand more", "summary": "What <b> is\nsaid."}}
    copy = loaded(folder, [check("one", "2025-01-02", "a")], sources={"a": source("Sea")}, topics=topics,
                  masthead={"languages": ["en", "fr"], **masthead}, pages={"about": {"title": "About us"}})  # fmt: skip
    site = site_of(copy, lang)
    site.base = base
    return site


def test_robots_are_kept_from_drafts_and_results_alone(tmp_path: Path) -> None:
    site = _site(tmp_path)
    site.root, site.base = "/sub", "https://small.example/sub"

    assert robots_view(site).lines == (
        "User-agent: *",
        "Disallow: /sub/drafts/",
        "Disallow: /sub/fr/drafts/",
        "Disallow: /sub/search/?",
        "Disallow: /sub/fr/search/?",
        "",
        "Sitemap: https://small.example/sub/sitemap.xml",
        "Sitemap: https://small.example/sub/news-sitemap.xml",
    )


def test_security_txt(tmp_path: Path) -> None:
    """The small publication is built on 1 January 2026."""
    assert security_view(_site(tmp_path, contact="desk@small.example")).lines == (
        "Contact: mailto:desk@small.example",
        "Expires: 2026-12-01T00:00:00Z",
        "Preferred-Languages: en, fr",
        "Canonical: https://small.example/.well-known/security.txt",
    )


def test_a_site_without_tls_claims_no_canonical_address(tmp_path: Path) -> None:
    lines = security_view(_site(tmp_path, base="http://small.example", contact="desk@small.example")).lines

    assert not [one for one in lines if one.startswith("Canonical")]


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("desk@small.example", "mailto:desk@small.example"),
        ("mailto:desk@small.example", "mailto:desk@small.example"),
        ("https://small.example/contact/", "https://small.example/contact/"),
        ("http://small.example/contact/", ""),
        ("12 Mill Street, Exampleford", ""),
        ("Ann <ann@small.example>", ""),
        ("", ""),
    ],
)
def test_contacts(contact: str, address: str) -> None:
    assert contact_address(contact) == address


def test_nobody_to_write_to_no_security_txt(tmp_path: Path) -> None:
    copies = [
        loaded(tmp_path / name, [check("one", "2025-01-02", "a")], sources={"a": source("Sea")}, masthead=masthead)
        for name, masthead in (("none", {}), ("some", {"contact": "desk@small.example"}))
    ]
    without, some = ({page.address for page in pages(copy.publication)} for copy in copies)

    assert some - without == {addresses.SECURITY}


@pytest.mark.parametrize(
    ("day", "until"),
    [("2026-01-01", "2026-12"), ("2026-01-31", "2026-12"), ("2026-02-01", "2027-01"), ("2026-12-31", "2027-11")],
)
def test_security_txt_holds_for_less_than_a_year(day: str, until: str) -> None:
    assert expires(day) == f"{until}-01T00:00:00Z"


def test_llms_txt_is_a_heading_a_quotation_and_lists(tmp_path: Path) -> None:
    lines = llms_view(_site(tmp_path, tagline="Small, but [whole]")).lines

    assert lines[:3] == ("# Small", "", r"> Small, but \[whole\]")
    assert [one for one in lines if one.startswith("#")] == ["# Small", "## Pages", "## Topics", "## Feeds", "## Data"]
    for one in lines:
        assert not one.startswith("-") or re.fullmatch(r"- \[.+\]\(https://small\.example/[a-z/._-]*\)(: .+)?", one)
    assert r"- [The \[sea\] and more](https://small.example/topics/sea/): What \<b\> is said." in lines
    assert "- [About us](https://small.example/about/)" in lines


def test_llms_txt_of_another_language_leads_there(tmp_path: Path) -> None:
    lines = llms_view(_site(tmp_path, "fr")).lines

    assert [one for one in lines if one.startswith("- [Toutes les vérifications](https://small.example/fr/checks/)")]
    assert not [one for one in lines if "/about/" in one]
