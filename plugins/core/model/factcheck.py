"""A fact-check as its header tells it (see `docs/content.md`): every field, typed."""

from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from plugins.core.model.scalars import (
    Day,
    Id,
    Inline,
    Lang,
    LocalPath,
    Moment,
    Number,
    PartialDate,
    PersonId,
    Quoted,
    Where,
)

Status = Literal["draft", "unlisted", "published", "withdrawn"]


class SourceUse(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The part that a source plays in one fact-check."""

    source: Id
    stance: Literal["supports", "against", "context"] | None = None
    primary: bool = False


class Claimant(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who made the claim: named, or `anonymous` with a description such as “viral post”."""

    name: str = ""
    type: Literal["Person", "Organization"] = "Person"
    role: str = ""
    anonymous: str = ""

    @property
    def shown(self) -> str:
        """What readers see: the name, else the description."""
        return self.name or self.anonymous


class Contact(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An attempt to reach somebody about a claim."""

    who: str
    date: Day
    reply: str = ""


class Claim(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What somebody said, that the fact-check examines.

    `lang` is the language of `words`, where it is another than that of the text; `translation` is ours of them.
    """

    id: Id
    text: str
    verdict: str
    claimant: Claimant = Claimant()
    words: str = ""
    lang: Lang = ""
    translation: str = ""
    said: PartialDate | None = None
    where: tuple[Where, ...] = ()
    because: Inline = ""
    contacted: tuple[Contact, ...] = ()


class NotFound(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something the sources do not say, and where it was looked for."""

    text: Inline
    searched: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


class Correction(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A change to a published fact-check, as data."""

    id: Id
    date: Moment
    kind: Literal["substantial", "update", "minor"]
    why: Quoted
    was: Quoted = ""
    now: Quoted = ""
    verdict_was: dict[str, str] = field(default_factory=dict)


class Withdrawal(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Why and when a fact-check was withdrawn, and what replaces it."""

    date: Moment
    why: str
    replaced_by: Id | None = None


class Image(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The picture of a fact-check, a file below `content/images/`; a rule asks for `alt`."""

    file: str
    alt: str = ""
    credit: str = ""
    caption: str = ""


class Header(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """The YAML header of a fact-check."""

    id: Id
    title: str
    published: Moment
    status: Status = "published"
    updated: Moment | None = None
    authors: tuple[PersonId, ...] = ()
    edited_by: tuple[PersonId, ...] = ()
    topics: tuple[Id, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str = ""
    bottom_line: Inline = ""
    why_checked: str = ""
    as_of: Day | None = None
    superseded_by: Id | None = None
    review_by: Day | None = None
    disclosure: str = ""
    lang: Lang = ""
    translation_of: Id | None = None
    translated: Day | None = None
    slug_history: tuple[Id, ...] = ()
    redirect_from: tuple[LocalPath, ...] = ()
    guid: str = ""
    image: Image | None = None
    sources: dict[Number, Id | SourceUse] = field(default_factory=dict)
    also_consulted: tuple[Id, ...] = ()
    claims: tuple[Claim, ...] = ()
    not_found: tuple[NotFound, ...] = ()
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None

    @cached_property
    def uses(self) -> dict[int, SourceUse]:
        """Each declared number with the source it stands for, in the order declared."""
        return {int(number): SourceUse(use) if isinstance(use, str) else use for number, use in self.sources.items()}
