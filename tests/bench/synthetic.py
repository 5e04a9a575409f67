"""A synthetic publication of any size, always the same for one size: fact-checks of 950 words, eleven sources,
thirty-three marks and two topics each. Sources are shared by fifty fact-checks on average."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from progress import told

WORDS = 950
SOURCES = 11
MARKS = 33
SHARED_BY = 50
PER_TOPIC = 50

_SYLLABLES = (
    "ta", "ri", "con", "sel", "mo", "pra", "ven", "dor", "li", "ka",
    "net", "sto", "fra", "min", "ber", "gal", "ous", "tion", "er", "al",
)  # fmt: skip


class Source(Struct, frozen=True):
    """A source of the synthetic publication."""

    id: str
    title: str
    publisher: str
    url: str
    published: str
    quote: str


class Article(Struct, frozen=True):
    """A fact-check of the synthetic publication."""

    id: str
    title: str
    published: str
    summary: str
    topics: tuple[str, str]
    sources: tuple[Source, ...]
    body: str


def sources(count: int) -> list[Source]:
    """Make the sources of a publication of so many fact-checks."""
    made = []
    for number in range(max(SOURCES + 1, count * SOURCES // SHARED_BY)):
        dice = _dice(f"source {number}")
        made.append(
            Source(
                f"source-{number}", _sentence(dice, 9), f"Publisher {number % 97}", f"https://sources.example/{number}",
                f"20{dice.randint(10, 24)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}", _sentence(dice, 14),
            )
        )  # fmt: skip
    return made


def topics(count: int) -> list[str]:
    """Name the topics of a publication of so many fact-checks."""
    return [f"topic-{number}" for number in range(max(2, count * 2 // PER_TOPIC))]


def articles(count: int) -> Iterator[Article]:
    """Make the fact-checks."""
    pool, subjects = sources(count), topics(count)
    for number in range(count):
        dice = _dice(f"article {number}")
        used = tuple(dice.sample(pool, SOURCES))
        yield Article(
            f"check-{number}", _sentence(dice, 10), f"20{15 + number % 10}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
            _sentence(dice, 28), tuple(dice.sample(subjects, 2)), used, _body(dice),
        )  # fmt: skip


def shared_source(count: int) -> tuple[str, int]:
    """Name the source whose number of users is nearest to the average, and that number."""
    size = max(SOURCES + 1, count * SOURCES // SHARED_BY)
    uses = Counter[int]()
    for number in range(count):
        uses.update(_dice(f"article {number}").sample(range(size), SOURCES))
    number, users = min(uses.items(), key=lambda item: (abs(item[1] - SHARED_BY), item[0]))
    return f"source-{number}", users


def _dice(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 (always the same for the same seed, that is the point)


def _body(dice: random.Random) -> str:
    """Write six sections, in which each source is cited in order first, then at random."""
    marks = [*range(1, SOURCES + 1)]
    while len(marks) < MARKS:  # no number twice in a row, so none twice in a pair
        marks.append(dice.choice([number for number in range(1, SOURCES + 1) if number != marks[-1]]))
    sections, paragraphs = 6, 3
    per_paragraph = WORDS // (sections * paragraphs)
    text: list[str] = []
    for section in range(sections):
        text.append(f"## {section + 1}. {_sentence(dice, 6)}\n")
        for _ in range(paragraphs):
            first, second = _sentence(dice, per_paragraph // 2), _sentence(dice, per_paragraph - per_paragraph // 2)
            pair = "".join(f" [{marks.pop(0)}]" for _ in range(min(2, len(marks)))) if marks else ""
            text.append(f"{first}{pair}. *{second.split()[0]}* {second}.\n")
    return "\n".join(text)


def _sentence(dice: random.Random, words: int) -> str:
    made = ["".join(dice.choices(_SYLLABLES, k=dice.randint(1, 4))) for _ in range(words)]
    return " ".join(made).capitalize()


def write_plumbline(folder: Path, count: int) -> None:
    """Write the publication as copy for Plumbline."""
    for name in ("articles", "sources", "topics", "pages"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "publication.yaml").write_text(
        "name: Synthetic\nurl: https://bench.example\ntag_authority: bench.example\n"
        "verdicts:\n  - {id: fair, label: Fair, rank: 1}\npeople:\n  desk: {name: The Desk}\n"
    )
    names = sorted({source.publisher for source in sources(count)})
    (folder / "publishers.yaml").write_text(
        "".join(f"p{number}: {{names: [{name}]}}\n" for number, name in enumerate(names))
    )
    for topic in topics(count):
        (folder / f"topics/{topic}.yaml").write_text(f"title: {topic.replace('-', ' ').capitalize()}\n")
    records = [_record(source) for source in sources(count)]
    for start in range(0, len(records), 100):
        (folder / f"sources/part-{start // 100}.yaml").write_text("\n".join(records[start : start + 100]))
    for article in told(articles(count), count):
        path = folder / f"articles/{article.published[:4]}/{article.id}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(_copy(article))


def _record(source: Source) -> str:
    return (
        f"{source.id}:\n  title: >-\n    {source.title}\n  publisher: {source.publisher}\n  url: {source.url}\n"
        f"  published: {source.published}\n  accessed: 2025-01-02\n  kind: news\n"
        f"  quotes:\n    - id: main\n      text: >-\n        {source.quote}\n"
    )


def _copy(article: Article) -> str:
    declared = "".join(f"  {number}: {source.id}\n" for number, source in enumerate(article.sources, start=1))
    return (
        f"---\nid: {article.id}\ntitle: >-\n  {article.title}\npublished: {article.published}\nauthors: [desk]\n"
        f"topics: [{', '.join(article.topics)}]\nsummary: >-\n  {article.summary}\nsources:\n{declared}---\n{article.body}"
    )
