"""A small publication as plain values, and how these are written as copy and theme.

A field whose name begins with `_` is ours; every other one goes into the copy as it is.
"""

import hashlib
import json
import os
import random
from pathlib import Path
from typing import Any

from msgspec import Struct

Dice = random.Random
Noun = dict[str, Any]
Nouns = dict[str, Noun]
Files = dict[str, bytes]

THEME = Path(__file__).parents[2] / "theme"
EARLIEST = "2025-03-01"
"""The clock is never before this day: what was published then can be linked at any time, and no correction of that day lies ahead."""
DAYS = ("2024-02-29", "2024-11-03", "2025-01-31", "2025-02-14T09:00:00-05:00", "2025-05-15", "2025-08-31T23:40:00-04:00",
        "2025-09-01", "2025-12-31T23:59:00+00:00", "2026-02-01", "2030-01-01")  # fmt: skip
CLOCKS = ("2025-03-02T12:00:00+00:00", "2025-09-01T03:30:00+00:00", "2025-09-01T04:10:00+00:00",
          "2025-09-01T12:00:00+00:00", "2026-01-01T00:00:00+00:00", "2026-06-01T12:00:00+02:00")  # fmt: skip
TAGS = ("canal", "ferry", "harbour", "toll", "tunnel")
CLAIMANTS = ({"anonymous": "post"}, {"name": "Lou Lock"}, {"name": "Mo Mole"})
PUBLISHERS = ("The Canal Times", "Ferry Office", "The Wire", "Toll Board")
_SPECIAL: tuple[Noun, ...] = (
    {"status": "draft"}, {"status": "draft"}, {"status": "unlisted"}, {"lang": "fr"},
    {"published": "2025-12-31"}, {"published": "2030-01-01"},
)  # fmt: skip
_WORDS = (
    "a", "&", "and", "“so”", "canal", "cost", "each", "été", "ferry", "few", "harbour", "it", "lock", "long", "many", "mile",
    "more", "never", "no", "of", "old", "only", "port", "quay", "river", "ship", "slow", "tide", "toll", "town", "under",
)  # fmt: skip
NOTES = {  # a file of the theme, and before what a note stands in it
    "templates/base.html": "</body>", "templates/factcheck.html": "{% endblock %}", "templates/topic.html": "{% endblock %}",
    "templates/_cards.html": "<time ", "static/style.css": "}", "static/icon.svg": "</svg>",
}  # fmt: skip
_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>{}</title></svg>'
INCLUDED = "templates/_included.html"


class Publication(Struct):
    """All that is written: copy by noun, notes in the theme by file, and the settings of the build."""

    masthead: Noun
    publishers: Nouns = {}
    topics: Nouns = {}
    sources: Nouns = {}
    checks: Nouns = {}
    pages: Nouns = {}
    pictures: dict[str, str] = {}
    snapshots: dict[str, str] = {}
    source_pages: list[str] = []  # the sources that the ledger knows to have had a page
    theme: dict[str, str | None] = {}
    settings: Noun = {}
    raw: dict[str, bytes | None] = {}  # files that are spoilt; `None` for one that is missing
    hand: str = ""
    named: int = 0

    def fresh(self, noun: str) -> str:
        self.named += 1
        return f"{noun}-{self.named:03}"

    def linkable(self) -> list[Noun]:
        """Give the fact-checks that readers can see whatever the clock says."""
        return [one for one in self.checks.values() if one["published"] < EARLIEST and one.get("status") != "draft"]


def sentence(dice: Dice, words: int = 6) -> str:
    return " ".join(dice.sample(_WORDS, words)).capitalize()


def pick(dice: Dice, among: list[Any]) -> Any:
    """Draw one, the first ones more often: so what is changed is what others lean on."""
    return among[int(len(among) * dice.random() ** 2)]


def bare(dice: Dice) -> Publication:
    """Make a publication in which nothing special has happened yet."""
    made = Publication({
        "name": "The Lock Keeper", "url": "https://lock.example", "tag_authority": "lock.example", "languages": ["en"],
        "timezone": "America/Toronto", "verdicts": [{"id": f"rank-{rank}", "label": f"Rank {rank}", "rank": rank} for rank in (1, 2, 3)],
        "people": {"ada": {"name": "Ada Ames"}, "bo": {"name": "Bo Bell"}}, "policies": {"ethics": "about", "methodology": "money"},
    })  # fmt: skip
    made.publishers = {f"publisher-{number}": {"names": [f"Publisher {number}"]} for number in range(4)}
    made.topics = {made.fresh("topic"): {"title": sentence(dice, 3), "select": {"all": [tag]}} for tag in TAGS}
    made.snapshots = {made.fresh("snapshot"): sentence(dice) for _ in range(4)}
    made.pictures = {made.fresh("picture"): sentence(dice) for _ in range(5)}
    made.sources = {made.fresh("source"): new_source(made, dice) for _ in range(30)}
    made.checks = {
        made.fresh("check"): new_check(made, dice) | special for special in (*[{}] * 4, *_SPECIAL, *[{}] * 18)
    }
    for field in ("superseded_by", "translation_of") * 8:
        pick(dice, [*made.checks.values()])[field] = pick(dice, [*made.checks])
    made.pages = {slug: {"title": sentence(dice, 2), "_text": sentence(dice), "menu": 1} for slug in ("about", "money")}
    made.settings = {"SITEURL": "", "PLUMBLINE_DRAFTS": False, "PLUMBLINE_NOW": CLOCKS[3]}
    return made


def new_source(made: Publication, dice: Dice) -> Noun:
    return {
        "title": sentence(dice), "publisher": dice.choice(PUBLISHERS), "accessed": "2024-01-02", "kind": "news",
        "url": f"https://sources.example/{made.fresh('page')}", "quotes": [{"id": "main", "text": sentence(dice)}],
        "reason": "Private.", "_file": f"part-{dice.randint(1, 4)}", "_snapshot": dice.choice([None, *made.snapshots]),
    }  # fmt: skip


def new_check(made: Publication, dice: Dice) -> Noun:
    return {
        "title": sentence(dice), "published": dice.choice(DAYS[:7]), "authors": [dice.choice(["ada", "bo"])],
        "summary": sentence(dice), "tags": dice.sample(TAGS, 1), "claims": [new_claim(made, dice)],
        "_slug": made.fresh("slug"), "_year": "2025", "_text": sentence(dice, 20), "_links": [], "_pictures": [], "_card": None,
        "_sources": dice.sample([*made.sources], dice.randint(1, 3)), "review_by": dice.choice(DAYS[6:])[:10],
    }  # fmt: skip


def new_claim(made: Publication, dice: Dice) -> Noun:
    return {
        "id": made.fresh("claim"), "text": sentence(dice), "claimant": dice.choice(CLAIMANTS),
        "verdict": dice.choice(["rank-1", "rank-2", "rank-3"]), "because": f"{sentence(dice)} [1].",
        "where": [pick(dice, [*made.sources])],
    }  # fmt: skip


def tidy(made: Publication) -> None:
    """Drop whatever leads to something that is not there any more."""
    slugs = {slug for one in made.linkable() for slug in (one["_slug"], *one.get("slug_history", ()))}
    people = made.masthead["people"]
    for name, check in made.checks.items():
        _keep(check, _sources=made.sources, topics=made.topics, authors=people, edited_by=people, _links=slugs,
              _pictures=made.pictures, also_consulted=made.sources.keys() - check["_sources"])  # fmt: skip
        others = made.checks.keys() - {name}
        _keep(check, superseded_by=others, translation_of=others, _card=made.sources, _image=made.pictures)
        _keep(check.get("withdrawn") or {}, replaced_by=others)
        for found in check.get("not_found") or ():
            _keep(found, searched=made.sources)
        for claim in check["claims"]:
            _keep(claim, where=made.sources)
        claims = [claim["id"] for claim in check["claims"]]
        for one in check.get("corrections") or ():
            one["verdict_was"] = {claim: verdict for claim, verdict in one["verdict_was"].items() if claim in claims}
    for source in made.sources.values():
        _keep(source, _snapshot=made.snapshots)
    for name, topic in made.topics.items():
        _keep(topic, parent=[above for above in made.topics if above < name])  # so that none is above itself
    made.source_pages = [name for name in made.source_pages if name in made.sources]
    pages = [page.get("slug") or slug for slug, page in made.pages.items()]
    _keep(made.masthead["policies"], **dict.fromkeys(made.masthead["policies"], pages))


def _keep(noun: Noun, **known: Any) -> None:
    for field, there in known.items():
        value = noun.get(field)
        kept = [one for one in (value if isinstance(value, list) else [value]) if one in there]
        noun[field] = kept if isinstance(value, list) else next(iter(kept), None)


def written(made: Publication) -> Files:
    """Give every file, by path below the folder that holds copy and theme."""
    copy = {
        "publication.yaml": _yaml(made.masthead),
        "publishers.yaml": _yaml(_publishers(made)),
        **{f"topics/{name}.yaml": _yaml(topic) for name, topic in made.topics.items()},
        **_sources(made),
        **{f"articles/{one['_year']}/{one['_slug']}.md": _factcheck(name, one) for name, one in made.checks.items()},
        **{f"pages/{slug}.md": f"---\n{_yaml(page)}---\n{page['_text']}.\n" for slug, page in made.pages.items()},
        **{f"images/{name}.svg": _SVG.format(words.replace("&", "+")) for name, words in made.pictures.items()},
        **{f"snapshots/{name}.html": words for name, words in made.snapshots.items()},
        **({"ledger/sources.txt": "\n".join(made.source_pages)} if made.source_pages else {}),
    }
    files = {f"content/{path}": text.encode() for path, text in copy.items()} | _theme(made.theme)
    return {path: content for path, content in (files | made.raw).items() if content is not None}


def _publishers(made: Publication) -> Nouns:
    """Give the entries, and one for the names of sources that none of them has."""
    taken = {name for entry in made.publishers.values() for name in entry["names"]}
    left = [name for name in PUBLISHERS if name not in taken]
    return {**({"these": {"names": left}} if left else {}), **made.publishers}


def _yaml(noun: Noun) -> str:  # JSON is YAML
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in _filled_in(noun).items())


def _filled_in(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: _filled_in(one) for name, one in value.items() if not name.startswith("_") and one is not None}


def _sources(made: Publication) -> dict[str, str]:
    files: dict[str, str] = {}
    for name, source in made.sources.items():
        path, file = f"sources/{source['_file']}.yaml", source["_snapshot"]
        digest = hashlib.sha256(made.snapshots.get(file, "").encode()).hexdigest()
        snapshot = {"file": f"{file}.html", "sha256": digest, "captured": "2024-01-02T10:00:00Z"} if file else None
        files[path] = files.get(path, "") + _yaml({name: source | {"snapshot": snapshot}})
    return files


def _factcheck(name: str, check: Noun) -> str:
    uses = {str(number): source for number, source in enumerate(check["_sources"], start=1)}
    paragraphs = [
        check["_text"] + " [1].",
        *(f"Source {number} says so [{number}], in these words [{number}:main]." for number in uses),
        *(
            f"## Part {place}\n\nAs [elsewhere](/checks/{slug}/) [^nowhere]."
            for place, slug in enumerate(check["_links"])
        ),
        *(f"![A drawing](images/{picture}.svg)\n*Our drawing [1].*" for picture in check["_pictures"]),
        *([f"![What it says](source:{check['_card']})"] if check["_card"] else []),
    ]
    image = {"file": f"images/{check['_image']}.svg", "alt": "A drawing"} if check["_image"] else None
    text = (
        "---\n"
        + _yaml({"id": name, "sources": uses, "image": image, **check})
        + "---\n"
        + "\n\n".join(paragraphs)
        + "\n"
    )
    return text if uses else text.replace(" [1]", "")


def _theme(notes: dict[str, str | None]) -> Files:
    """Give the theme with a note wherever there is one; the names of other files are new ones."""
    files = {path.relative_to(THEME).as_posix(): path.read_text() for path in sorted(THEME.rglob("*.*"))}
    for name, words in ((name, words) for name, words in notes.items() if words):
        mark = f"/* {words} */" if name.endswith(".css") else f"<!-- {words} -->"
        before, place, after = files.get(name, "").rpartition(NOTES.get(name, "\n"))
        assert place or name not in files, f"{name} has no such place any more"
        files[name] = before + mark + place + after
    if notes.get(INCLUDED):
        page = "templates/page.html"
        files[page] = files[page].replace("<article", f'{{% include "{Path(INCLUDED).name}" %}}<article', 1)
    return {f"theme/{name}": text.encode() for name, text in files.items()}


def write(folder: Path, before: Files, after: Files, hand: str) -> None:
    """Write what differs; `hand` is made of: by `rename`, with the `time` of before, all files `again`, or `touch` them."""
    for path in before.keys() - after.keys():
        (folder / path).unlink()
    for path, content in after.items():
        if before.get(path) != content or hand == "again":
            _put(folder / path, content, hand)
        if hand == "touch":
            (folder / path).touch()


def _put(path: Path, content: bytes, hand: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.stat() if path.exists() else None
    new = path.with_name(path.name + "~") if "rename" in hand else path
    new.write_bytes(content)
    if before and "time" in hand:
        os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
    new.replace(path)
