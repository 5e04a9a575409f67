"""APA and Chicago beside citeproc-py with the styles' own files: text for text."""

import pytest
from msgspec.structs import replace
from views.citing.oracle import cited

from plugins.views.citing.apa import apa
from plugins.views.citing.chicago import chicago
from plugins.views.citing.headline import headline
from plugins.views.citing.names import name_of
from plugins.views.citing.work import Date, Name, Work, date_of

DAY = Date(((2025, 3, 10),))
MOON = Work(
    "moon", "webpage", "What role does the moon hold in iPhone repairs: a first look at NATO", (name_of("Jane Q. Doe"),),
    "The Toy Gazette", issued=DAY, language="en", address="https://toy.example/checks/moon/",
)  # fmt: skip
NOBODY = {"author": (Name(literal="The Toy Gazette"),), "container": ""}
PEOPLE = (
    "Jane Q. Doe", "Jan van der Berg", "Jean-Paul A. Roe", "Marine Le Pen", "Plato", "Government of Canada", "山田太郎",
    "J.Q. Adams", "Đorđe Ivanović", "Иван Петров", "Martin Luther King Jr.", "Smith & Co", "محمد علي", "Ada M. Byron",
    "Ann Bee", "Cy Dee", "Eve Eff", "Gil Aitch", "Ida Jay", "Kay Ell", "Em Enn", "Oz Pea", "Quy Are",
)  # fmt: skip
CASES: dict[str, dict[str, object]] = {
    "one author": {},
    **{f"{count} authors": {"author": tuple(map(name_of, PEOPLE[:count]))} for count in (2, 3, 8, 10, 11, 20, 21, 23)},
    **{f"only {one}": {"author": (name_of(one),)} for one in PEOPLE},
    "nobody: the publication": NOBODY,
    "an organisation and a person": {"author": (Name(literal="Acme Inc."), name_of("Jane Doe"))},
    "a question": {"title": "Is the moon made of cheese?"},
    "an exclamation": {"title": "It is, it is!"},
    "nobody asks a question": NOBODY | {"title": "Is the moon made of cheese?"},
    "a full stop": {"title": "It weighs 3 kg."},
    "single quotes": {"title": "The moon is ‘Made of cheese’, they say"},
    "signs": {"title": r"Cheese {and} 100% of A_b & c\d $5 #6 ~7 ^8"},
    "capitals": {"title": "NASA and the iPhone: the end of an era is a-changing"},
    "small words first": {"title": "Of mice and men: to be or not"},
    "an en dash and digits": {"title": "1945–1950, the years of 85% tariffs"},
    "French": {"title": "La lune est-elle en fromage ?", "language": "fr"},
    "Canadian English": {"title": "the moon is cheese", "language": "en"},
    "Chinese": {"title": "月亮是奶酪做的吗", "language": "zh"},
    "Arabic": {"title": "هل القمر مصنوع من الجبن", "language": "ar"},
    "Hebrew with Latin in it": {"title": "האם NASA צודקת", "language": "he"},
    "Russian": {"title": "правда ли, что луна из сыра", "language": "ru"},
    "December": {"issued": date_of("1999-12-31")},
    "a name with a full stop": {"container": "Gazette Inc."},
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("style", ["apa", "chicago"])
def test_as_citeproc_has_it(style: str, case: str) -> None:
    work = replace(MOON, **CASES[case])
    assert work.issued
    ours = {"apa": apa, "chicago": chicago}[style](work, work.issued)

    assert ours.text == cited(style, work)
    assert ours.before.strip()
    assert ours.title


def test_quotes_within_quotes_are_single() -> None:
    """It leaves them double, so it is shown a title in which they are single already."""
    for title in ("Is it “Made of cheese” now", 'Is it "Made of cheese" now'):
        turned = replace(MOON, title="Is it ‘Made of cheese’ now")
        assert chicago(replace(MOON, title=title), DAY).text == cited("chicago", turned)
        assert f"{title}. The" in apa(replace(MOON, title=title), DAY).text


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("what it rests on", "What It Rests On"),
        ("he said “well done” twice", "He Said “Well Done” Twice"),
        ("so “the end” it is", "So “the End” It Is"),
        ("is it? the answer", "Is It? The Answer"),
        ("", ""),
        ("100 %", "100 %"),
        ("école and l’été", "École and L’été"),
    ],
)
def test_headline_beyond_citeproc(title: str, shown: str) -> None:
    """The last word has its capital, and so has one behind a quotation mark."""
    assert headline(title) == shown


def test_no_full_stop_follows_a_sentence() -> None:
    for title in ("“Is it so?”", "So …", "真的吗？", "هل هذا صحيح؟"):
        work = replace(MOON, title=title)
        assert f"{title} The Toy" in apa(work, DAY).text
        assert "?.”" not in chicago(work, DAY).text


def test_dates_are_days_alone() -> None:
    assert date_of("2025-03-10T23:59:00-04:00") == Date(((2025, 3, 10),))
    assert date_of("") is date_of(None) is None
