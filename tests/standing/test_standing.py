"""Standing pages: what stands in YAML is shown where the policies say, in each language."""

from pathlib import Path

import pytest
from small import Noun, check, loaded, site_of, source

from plugins.press.site import Site
from plugins.standing.room import StandingView, standing_view

POLICIES = {name: {"en": name, "fr": f"{name}-fr"} for name in ("corrections", "ethics", "funding", "methodology", "feedback")}  # fmt: skip
COMPLAINTS = {
    "International Fact-Checking Network (IFCN)": "https://ifcn.example/",
    "EFCSN": "https://efcsn.example/",
}
MASTHEAD: Noun = {
    "languages": ["en", "fr"],
    "policies": POLICIES,
    "complaints": COMPLAINTS,
    "people": {"ada": {"name": "Ada", "role": {"en": "Editor", "fr": "Rédactrice"}}},
    "funding": {"year": "2025", "total": "€ 2", "from": [{"who": "Readers", "amount": "€ 2", "share": "100 %"}]},
    "verdicts": [
        {"id": "right", "label": {"en": "Right", "fr": "Juste"}, "rank": 2},
        {"id": "absurd", "label": "Absurd", "rank": 1, "retired": True},
    ],
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder: Path = tmp_path_factory.mktemp("copy")
    slugs = {slug: lang for one in POLICIES.values() for lang, slug in one.items()}
    pages = {slug: {"title": slug.title(), "lang": lang} for slug, lang in slugs.items()}
    copy = loaded(
        folder, [check("a", "2025-01-01", "s")], sources={"s": source("Paper")}, masthead=MASTHEAD, pages=pages
    )
    return site_of(copy)


def _view(site: Site, page: str, lang: str) -> StandingView:
    return standing_view(site.speaking(lang), page if lang == "en" else f"{page}-fr")


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("page", "people", "funding", "scale", "complaints"),
    [
        ("ethics", 1, False, 0, 0),
        ("funding", 0, True, 0, 0),
        ("methodology", 0, False, 1, 0),
        ("feedback", 0, False, 0, 2),
        ("corrections", 0, False, 0, 2),
    ],
)
def test_each_page_has_its_part(
    site: Site, lang: str, page: str, people: int, scale: int, complaints: int, *, funding: bool
) -> None:
    view = _view(site, page, lang)

    assert (len(view.people), bool(view.funding)) == (people, funding)
    assert (len(view.verdicts), len(view.retired), len(view.complaints)) == (scale, scale, complaints)


def test_words_are_of_the_language(site: Site) -> None:
    assert [(one.href, one.role) for one in _view(site, "ethics", "fr").people] == [("/fr/people/ada/", "Rédactrice")]
    assert [one.label for one in _view(site, "methodology", "fr").verdicts] == ["Juste"]
    assert [one.label for one in _view(site, "methodology", "en").retired] == ["Absurd"]


def test_complaints_have_the_names_that_were_typed(site: Site) -> None:
    assert {link.text: link.href for link in _view(site, "feedback", "en").complaints} == COMPLAINTS


def test_every_page_leads_to_the_policies(site: Site) -> None:
    footer = _view(site, "ethics", "fr").frame.around.footer

    assert [link.href for link in footer][:5] == [
        "/fr/methodology-fr/", "/fr/corrections-fr/", "/fr/funding-fr/", "/fr/ethics-fr/", "/fr/feedback-fr/",
    ]  # fmt: skip
