"""What editors do to a publication: every kind of edit by name. Only those of `SPOILING` make faulty copy."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from press import publication
from press.publication import (
    CLOCKS,
    DAYS,
    EARLIEST,
    INCLUDED,
    NOTES,
    PUBLISHERS,
    TAGS,
    Dice,
    Noun,
    Publication,
    pick,
    sentence,
)

Make = Callable[[Publication, Dice], Any]
Edit = Callable[[Publication, Dice], object]
"""Changes a publication, and gives what is worth knowing of it; `IndexError` when there is nothing to change."""


def one_of(*values: object) -> Make:
    return lambda _, dice: dice.choice(values)


def text(_: Publication, dice: Dice) -> str:
    return sentence(dice)


def maybe(make: Make) -> Make:
    return lambda made, dice: make(made, dice) if dice.random() < 0.7 else None


def inline(_: Publication, dice: Dice) -> str:
    return f"*{sentence(dice, 2)}* {sentence(dice)} [1]"


def some(kind: str, most: int) -> Make:
    return lambda made, dice: [*dict.fromkeys(pick(dice, [*getattr(made, kind)]) for _ in range(dice.randint(0, most)))]


def other(kind: str) -> Make:
    return lambda made, dice: pick(dice, [*getattr(made, kind), None])


def fresh(noun: str, shape: str = "{}") -> Make:
    return lambda made, _: shape.format(made.fresh(noun))


def select(_: Publication, dice: Dice) -> Noun:
    tags, rest = dice.sample(TAGS, 3), dice.choice([{}, {"from": "2025-01-31"}, {"to": "2025-09-01"}])
    return dice.choice([{"all": tags[:1]}, {"any": tags[:2], "exclude": tags[2:]}]) | rest


def reorder_people(made: Publication, dice: Dice) -> str:
    """Nothing else changes: the page about us shows them in the order in which they are written."""
    known = made.masthead["people"]
    made.masthead["people"] = {name: known[name] for name in dice.sample([*known], len(known))}
    return " ".join(made.masthead["people"])


def people(made: Publication, dice: Dice) -> Noun:
    known = made.masthead["people"]
    name = dice.choice([*known, made.fresh("person")])
    return known | {name: {"name": sentence(dice, 2), "role": sentence(dice, 1), "left": dice.choice(DAYS)[:10]}}


def names(made: Publication, dice: Dice) -> list[str]:
    """Take a name that sources have, if no other entry has it, and a new one."""
    taken = {name for entry in made.publishers.values() for name in entry["names"]}
    free = [name for name in PUBLISHERS if name not in taken]
    return [*dice.sample(free, min(len(free), dice.randint(0, 1))), made.fresh("Name")]


def verdicts(made: Publication, dice: Dice) -> list[Noun]:
    scale = [dict(verdict) for verdict in made.masthead["verdicts"]]
    changes = {"label": sentence(dice)}, {"meaning": sentence(dice)}, {"rank": 9}, {"retired": True}
    dice.choice(scale).update(dice.choice(changes))
    return scale


FIELDS: dict[str, dict[str, Make]] = {
    "checks": {
        "_text": lambda _, dice: sentence(dice, 20), "title": text, "summary": maybe(text), "bottom_line": maybe(inline),
        "claims": lambda made, dice: [publication.new_claim(made, dice) for _ in range(dice.randint(0, 2))],
        "published": one_of(*DAYS), "as_of": maybe(one_of(*(day[:10] for day in DAYS))), "review_by": one_of(None, "2025-08-31"),
        "authors": lambda made, dice: [dice.choice([*made.masthead["people"]])], "edited_by": one_of([], ["ada"]),
        "topics": some("topics", 3), "tags": lambda _, dice: dice.sample(TAGS, 2), "why_checked": maybe(text),
        "disclosure": maybe(text), "lang": one_of(None, "fr"), "guid": maybe(fresh("guid")), "_image": other("pictures"),
        "not_found": maybe(lambda made, dice: [{"text": inline(made, dice), "searched": some("sources", 2)(made, dice), "terms": ["zebra"]}]),
        "superseded_by": other("checks"), "translation_of": other("checks"),
        "translated": one_of(None, "2025-04-01"), "also_consulted": some("sources", 2), "_card": other("sources"),
        "_links": lambda made, dice: [dice.choice([one["_slug"], *one.get("slug_history", [])]) for one in dice.sample(made.linkable(), 2)],
        "_pictures": some("pictures", 2), "_year": one_of("2024", "2025"),
        "redirect_from": lambda made, _: [f"/{made.fresh('former')}/{made.fresh('old')}/"],
    },
    "sources": {
        "title": text, "publisher": one_of(*PUBLISHERS, "A Stranger"), "origin": one_of(None, *PUBLISHERS), "note": maybe(text),
        "published": one_of(None, "2023", "2023-05", "2023-05-06"), "link_status": one_of(None, "dead", "moved", "withheld", "retracted"),
        "reason": text, "archive": maybe(fresh("copy", "https://archive.example/{}")), "authors": one_of([], ["A", "B"]),
        "url": fresh("page", "https://sources.example/{}"), "lang": one_of(None, "fr"), "interests": maybe(text),
        "quotes": lambda _, dice: [{"id": "main", "text": sentence(dice), "at": sentence(dice, 2)}],
        "kind": one_of("law", "news"), "_snapshot": other("snapshots"), "_file": one_of("part-1", "part-2", "part-5", "part-6"),
    },
    "publishers": {"owner": maybe(text), "interests": maybe(text), "names": names},
    "topics": {
        "title": lambda _, dice: dice.choice([sentence(dice, 3), {"fr": sentence(dice, 2), "en": sentence(dice, 2)}]),
        "summary": maybe(text), "parent": other("topics"), "select": maybe(select), "status": one_of("open", "closed"),
        "aliases": lambda made, dice: [made.fresh("alias") for _ in range(dice.randint(0, 2))],
    },
    "pages": {
        "title": text, "_text": text, "menu": one_of(None, 1, 2), "reviewed": one_of(None, "2025-01-01"),
        "lang": one_of(None, "fr"), "slug": maybe(fresh("moved")),
    },
    "masthead": {
        "name": text, "tagline": maybe(text), "url": one_of("https://lock.example", "https://lock.example/en"),
        "timezone": one_of("UTC", "Asia/Tokyo", "America/Toronto"), "contact": one_of(None, "desk@lock.example"),
        "tag_authority": one_of("lock.example", "old.example"), "languages": one_of(["en"], ["fr", "en"]), "people": people,
        "policies": lambda made, dice: {name: dice.choice([*made.pages]) for name in ("ethics", "funding", "feedback")},
        "verdicts": verdicts, "rules": one_of(None, {"new-publisher": "warning"}), "licence": maybe(text),
        "donation": maybe(lambda _, dice: {"text": sentence(dice), "url": "https://give.example"}), "funding": one_of(None, {"year": "9"}),
    },
    "settings": {
        "SITEURL": one_of("", "https://mirror.example", "https://mirror.example/sub"),
        "PLUMBLINE_DRAFTS": one_of(False, True), "PLUMBLINE_NOW": one_of(*CLOCKS),
    },
    "theme": {**dict.fromkeys(NOTES, text), INCLUDED: maybe(text), "static/further.css": maybe(text)},
}  # fmt: skip
NAMED = ("pages", "pictures", "snapshots", "topics")  # what is known by the name of its file alone
MAKERS: dict[str, Make] = {
    "checks": publication.new_check, "sources": publication.new_source, "pictures": text, "snapshots": text,
    "topics": lambda made, dice: {"title": sentence(dice), "select": select(made, dice)},
    "pages": lambda _, dice: {"title": sentence(dice), "_text": sentence(dice)},
    "publishers": lambda made, _: {"names": [made.fresh("Name")]},
}  # fmt: skip


def change(kind: str, field: str, make: Make, made: Publication, dice: Dice) -> str:
    nouns = getattr(made, kind)
    name = kind if kind in {"masthead", "settings", "theme"} else pick(dice, [*nouns])
    noun = nouns if name == kind else nouns[name]
    before = noun.get(field)
    noun[field] = next((value for _ in range(9) if (value := make(made, dice)) != before), before)
    return f"{name}: {before!r} → {noun[field]!r}"


def put(kind: str, make: Make, made: Publication, dice: Dice, *, anew: bool) -> str:
    name = made.fresh(kind) if anew else dice.choice([*getattr(made, kind)])
    getattr(made, kind)[name] = make(made, dice)
    return name


def delete(kind: str, made: Publication, dice: Dice, *, unused: bool = False) -> object:
    nouns = getattr(made, kind)
    return nouns.pop(dice.choice([name for name in nouns if not unused or name not in str(made.checks)]))


def a_check(made: Publication, dice: Dice, field: str = "title") -> Noun:
    return pick(dice, [one for one in made.checks.values() if one.get(field)])


def status(made: Publication, dice: Dice) -> str:
    check = a_check(made, dice)
    now = dice.choice(
        [one for one in ("draft", "unlisted", "withdrawn", *["published"] * 3) if one != check.get("status")]
    )
    withdrawn = {"date": EARLIEST, "why": sentence(dice), "replaced_by": other("checks")(made, dice)}
    check |= {"status": now, "withdrawn": withdrawn if now == "withdrawn" else None}
    return f"{check['_slug']}: {now}"


def correction(made: Publication, dice: Dice) -> str:
    check, kind = a_check(made, dice), dice.choice(["substantial", "update", "minor"])
    one = {"id": made.fresh("c"), "date": EARLIEST, "kind": kind, "was": sentence(dice), "why": sentence(dice)}
    one["verdict_was"] = {claim["id"]: dice.choice(made.masthead["verdicts"])["id"] for claim in check["claims"]}
    check["corrections"] = [one, *check.get("corrections", [])]
    return f"{check['_slug']}: {kind}"


def cite(made: Publication, dice: Dice) -> str:
    check, source = a_check(made, dice), dice.choice([*made.sources, made.fresh("source")])
    made.sources.setdefault(source, publication.new_source(made, dice))
    check["_sources"] = [*dict.fromkeys([*check["_sources"], source])]
    return f"{check['_slug']}: {source}"


def rename_factcheck(made: Publication, dice: Dice, *, kept: bool = True) -> str:
    check = a_check(made, dice)
    check |= {"slug_history": [*check.get("slug_history", []), check["_slug"]]} if kept else {}
    check["_slug"] = slug = made.fresh("slug")
    return slug


def keep_pages(made: Publication, dice: Dice) -> str:
    made.source_pages = sorted(dice.sample([*made.sources], dice.randint(0, 8)))
    return " ".join(made.source_pages)


def rename_source(made: Publication, dice: Dice) -> str:
    old, new = pick(dice, [*made.sources]), made.fresh("source")
    made.sources = {new if name == old else name: source for name, source in made.sources.items()}
    made.checks = json.loads(json.dumps(made.checks).replace(f'"{old}"', f'"{new}"'))
    return f"{old} → {new}"


def rename(kind: str, made: Publication, dice: Dice, *, twin: bool = False) -> str:
    """Give a file another name, or have the same in two files."""
    nouns, new = getattr(made, kind), made.fresh(kind)
    old = pick(dice, [*nouns])
    nouns[new] = nouns[old] if isinstance(nouns[old], str) else nouns[old] | {"aliases": None, "slug": None}
    return f"{old} → {new}" if twin else f"{old} → {new}, no longer {nouns.pop(old)}"


def turn_words(hand: str, made: Publication, dice: Dice) -> list[str]:
    """Write other bytes, as many as before, in some places."""
    groups: list[list[tuple[dict[str, Any], str]]] = [[(check, "_text") for check in made.checks.values()]]
    groups += [(page, "_text") for page in made.pages.values()], [(source, "title") for source in made.sources.values()]
    groups += [[(kept, name) for name in kept] for kept in (made.pictures, made.snapshots)]
    notes = [name for name in NOTES if made.theme.get(name)]
    groups += [[(made.theme, name) for name in notes if name.startswith(part)] for part in ("static", "templates")]
    places = [dice.choice(group) for group in dice.sample(groups, dice.randint(1, len(groups))) if group]
    for noun, field in places:
        noun[field] = " ".join(reversed(noun[field].split()))
    made.hand = hand
    return [field for _, field in places]


EDITS: dict[str, Edit] = {
    **{f"{kind}: {name}": partial(change, kind, name, make) for kind in FIELDS for name, make in FIELDS[kind].items()},
    **{f"{kind}: add": partial(put, kind, make, anew=True) for kind, make in MAKERS.items()},
    **{f"{kind}: rewrite": partial(put, kind, text, anew=False) for kind in ("pictures", "snapshots")},
    **{f"{kind}: delete": partial(delete, kind) for kind in MAKERS},
    "sources: delete unused": partial(delete, "sources", unused=True),
    **{f"{kind}: {how}": partial(rename, kind, twin=how == "twin") for kind in NAMED for how in ("rename", "twin")},
    "checks: move": partial(rename_factcheck, kept=False),
    "checks: cite no more": lambda made, dice: a_check(made, dice, "_sources")["_sources"].pop(0),
    **{edit.__name__: edit for edit in (reorder_people, status, correction, cite, keep_pages, rename_factcheck, rename_source)},
    **{f"same size: {hand}": partial(turn_words, hand) for hand in ("time", "time rename", "rename")},
    **{f"files: {hand}": lambda made, _, hand=hand: setattr(made, "hand", hand) for hand in ("as they are", "touch", "again")},
}  # fmt: skip
"""Every kind of edit that leaves the copy without error."""


def spoil(where: str, spoilt: Callable[[bytes], bytes | None], made: Publication, dice: Dice) -> str:
    files = publication.written(made)  # nothing for `where`: that of a fact-check that readers can see
    seen = [f"content/articles/{check['_year']}/{check['_slug']}.md" for check in made.linkable()]
    path = dice.choice([path for path in files if path.startswith(where)] if where else seen)
    made.raw = {path: spoilt(files[path])}
    return path


STOPPING: dict[str, Edit] = {
    name: partial(spoil, where, spoilt)
    for name, where, spoilt in (
        ("a mark without source", "", lambda text: text + b"\nMore [77].\n"),
        ("a dead link", "", lambda text: text + b"\n[There](/checks/nowhere/)\n"),
        ("an unknown field", "", lambda text: text.replace(b"---\n", b"---\nunknown: x\n", 1)),
        ("a control character", "", lambda text: text + b"\0"),
        ("half a file", "", lambda text: text[:40]),
        ("an empty file", "", lambda _: b""),
        ("no masthead", "content/publication.yaml", lambda _: None),
        ("no YAML", "content/sources/", lambda text: text + b"x: ["),
        ("no mere drawing", "content/images/", lambda text: text.replace(b"title", b"script")),
        ("no Jinja", "theme/templates/base.html", lambda _: b"{% if %}"),
        ("no template", "theme/templates/home.html", lambda _: None),
    )
}
"""Every kind of edit that stops the build."""
SPOILING: dict[str, Edit] = {
    **STOPPING,
    "any mark without source": partial(spoil, "content/articles/", lambda text: text + b"\nMore [77].\n"),
    "another snapshot": partial(spoil, "content/snapshots/", lambda text: text + b"!"),
    **{f"{kind}: lost": partial(spoil, f"content/{kind}", lambda _: None) for kind in ("articles", "images", *MAKERS)},
}
"""And those that stop it where somebody depends on the file."""
