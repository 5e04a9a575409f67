"""BibTeX, RIS, CSL-JSON and Wikipedia's templates, read back by others or by strict little readers."""

import re
from collections.abc import Iterator
from html import unescape

import bibtexparser
import msgspec
import pytest
from msgspec.structs import replace
from views.citing.csl import complaints

from plugins.views.citing.bibtex import bibtex
from plugins.views.citing.names import name_of
from plugins.views.citing.ris import ris
from plugins.views.citing.view import csl_json
from plugins.views.citing.wikipedia import wikipedia
from plugins.views.citing.work import Work, date_of

MOON = Work(
    "moon-cheese", "webpage", "Is it cheese?", (name_of("Ada Ames"), name_of("Jan van der Berg")), "The Toy & Co",
    issued=date_of("2025-03-10"), language="en", address="https://toy.example/a_b/?c=%20&d=#e",
)  # fmt: skip
CHANGED = date_of("2025-04-02")
TITLES = (
    "Is the moon “made of cheese” & nothing else?", 'Straight "quotes" and \'single\' ones', r"a\b{c}d}e{f", "{", "}}{{",
    "100 % of $5, #6, a_b, ~7, ^8", "one | two || three", "[[link]] ''italic'' ~~~~ __TOC__ <ref>", "AT&amp;T & &#60;",
    "月亮是奶酪做的吗", "هل القمر مصنوع من الجبن؟", "האם NASA צודקת", "café – ½ ☃",
)  # fmt: skip
_COMMAND = re.compile(r"\\(textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum)\{\}|\\(.)")
_SIGNS = dict(
    zip(
        ("textbackslash", "textbraceleft", "textbraceright", "textasciitilde", "textasciicircum"), "\\{}~^", strict=True
    )
)
_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


def _read_back(latex: str) -> str:
    return _COMMAND.sub(lambda match: _SIGNS.get(match[1]) or match[2], latex)


@pytest.mark.parametrize("title", TITLES)
def test_bibtex_is_read_back(title: str) -> None:
    text = bibtex(replace(MOON, title=title), CHANGED) * 2
    library = bibtexparser.parse_string(text.replace("moon-cheese", "other", 1))
    fields = [{field.key: field.value for field in entry.fields} for entry in library.entries]

    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["other", "moon-cheese"]
    assert fields[0] == fields[1]
    assert _read_back(fields[0].pop("title")[1:-1]) == title
    assert fields[0] == {
        "author": "Ames, Ada and van der Berg, Jan", "howpublished": r"The Toy \& Co", "year": "2025", "month": "mar",
        "day": "10", "version": "2025-04-02", "url": MOON.address, "language": "en",
    }  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_bibtex_as_tex_reads_it(title: str) -> None:
    """BibTeX counts braces whatever stands before them; TeX takes each special sign only behind a backslash."""
    value = re.search(r"title = \{\{(.*)\}\},\n", bibtex(replace(MOON, title=title)))
    assert value

    depths = _depths(value[1])
    assert min(depths) >= 0
    assert depths[-1] == 0
    assert not re.search(r"(?<!\\)[&%$#_~^]", value[1])


def _depths(text: str) -> list[int]:
    depths = [0]
    for sign in text:
        depths.append(depths[-1] + {"{": 1, "}": -1}.get(sign, 0))
    return depths


def test_bibtex_leaves_whole_names_whole() -> None:
    work = replace(MOON, author=(name_of("Food and Drug Office"), name_of("Ada Ames")))

    assert "author = {{Food and Drug Office} and Ames, Ada}," in bibtex(work)


def test_bibtex_of_less() -> None:
    bare = Work("x", "webpage", "T", (name_of("Plato"),), issued=date_of("2025"), address="https://a.example/{b}\\")

    assert bibtex(bare).splitlines() == [
        "@misc{x,",
        "  author = {{Plato}},",
        "  title = {{T}},",
        "  year = {2025},",
        "  url = {https://a.example/%7Bb%7D%5C},",
        "}",
    ]
    assert "year" not in bibtex(replace(bare, issued=None))
    assert "  month = oct,\n" in bibtex(replace(bare, issued=date_of("2025-10")))


@pytest.mark.parametrize("title", TITLES)
def test_ris_is_read_back(title: str) -> None:
    lines = [_RIS_LINE.fullmatch(line) for line in ris(replace(MOON, title=title)).splitlines()]
    fields = [(line[1], line[2]) for line in lines if line]

    assert len(fields) == len(lines)
    assert fields == [
        ("TY", "ELEC"), ("ID", "moon-cheese"), ("AU", "Ames, Ada"), ("AU", "van der Berg, Jan"), ("TI", title),
        ("T2", "The Toy & Co"), ("PY", "2025"), ("DA", "2025/03/10/"), ("LA", "en"), ("UR", MOON.address), ("ER", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_csl_is_csl(title: str) -> None:
    items = msgspec.json.decode(csl_json(replace(MOON, title=title)))

    assert complaints(items) == []
    assert items == [
        {
            "id": "moon-cheese", "type": "webpage", "title": title, "container-title": "The Toy & Co", "language": "en",
            "author": [{"family": "Ames", "given": "Ada"}, {"family": "van der Berg", "given": "Jan"}],
            "issued": {"date-parts": [[2025, 3, 10]]}, "URL": MOON.address,
        }
    ]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_wikipedia_is_read_back(title: str, language: str) -> None:
    template = wikipedia(replace(MOON, title=title, language=language))
    fields = dict(_fields(template))

    assert fields["titre" if language == "fr" else "title"] == title
    assert len(fields) == 9
    assert not re.search(r"''|~~~|__|\[|\]|<", template)


def _fields(template: str) -> Iterator[tuple[str, str]]:
    """Read a template as MediaWiki does, first braces and bars, then entities."""
    match = re.fullmatch(r"\{\{(?:cite web|Lien web)((?: \|.*)*)\}\}", template)
    assert match
    for part in match[1].replace("{{!}}", "\0").split(" |")[1:]:
        name, _, value = part.partition("=")
        assert not set("{}|") & set(part)
        yield name, unescape(value.replace("\0", "|")) if name != "url" else value


def test_wikipedia_names_fields_as_its_templates_do() -> None:
    short = replace(MOON, address="https://toy.example/x/", container="Toy")

    assert wikipedia(short, CHANGED) == (
        "{{cite web |url=https://toy.example/x/ |title=Is it cheese? |last1=Ames |first1=Ada |last2=van der Berg"
        " |first2=Jan |website=Toy |date=2025-04-02 |language=en |orig-date=2025-03-10}}"
    )
    assert wikipedia(replace(short, language="fr"), CHANGED) == (
        "{{Lien web |url=https://toy.example/x/ |titre=Is it cheese? |nom1=Ames |prénom1=Ada |nom2=van der Berg"
        " |prénom2=Jan |site=Toy |date=2025-03-10 |langue=fr}}"
    )
    assert "|author=Plato |" in wikipedia(replace(short, author=(name_of("Plato"),)))
    assert "|auteur=Plato |" in wikipedia(replace(short, author=(name_of("Plato"),), language="fr-CA"))
    assert "url=https://a.example/%7C%5B" in wikipedia(replace(short, address="https://a.example/|["))
