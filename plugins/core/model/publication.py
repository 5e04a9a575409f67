"""What is true of the whole publication: `content/publication.yaml` and the headers of standing pages."""

from typing import Literal

from msgspec import Struct, field

from plugins.core.model.scalars import Day, Id, Lang, Url
from plugins.core.model.worded import Worded, in_language


class Person(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody who writes or edits here; `left` is the day they left."""

    name: str
    role: Worded = ""
    bio: Worded = ""
    links: tuple[Url, ...] = ()
    left: Day | None = None


class Verdict(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value of the publication's scale; a higher rank is nearer to true."""

    id: str
    label: Worded
    meaning: Worded = ""
    rank: float | None = None
    retired: bool = False

    def label_in(self, lang: str) -> str:
        """Give the label in a language, else in the first language written."""
        return in_language(self.label, lang) or self.id


class Grant(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One source of money; `share` as written, e.g. “40 %”."""

    who: Worded
    amount: str = ""
    share: str = ""


class Funding(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename={"from_": "from"}):
    """Who paid for the publication in a year."""

    year: str
    total: str = ""
    from_: tuple[Grant, ...] = ()


class Policies(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Slugs of the standing pages that hold the policies: one page, or language → page."""

    corrections: Id | dict[str, Id] | None = None
    ethics: Id | dict[str, Id] | None = None
    funding: Id | dict[str, Id] | None = None
    methodology: Id | dict[str, Id] | None = None
    feedback: Id | dict[str, Id] | None = None


class Donation(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An appeal for donations."""

    text: Worded
    url: Url
    shown: bool = True


class Outside(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody outside the publication, with a name for each language."""

    name: Worded
    url: Url


class Masthead(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The file `content/publication.yaml`."""

    name: str
    url: Url
    tag_authority: str
    verdicts: tuple[Verdict, ...]
    tagline: Worded = ""
    languages: tuple[Lang, ...] = ("en",)
    timezone: str = "UTC"
    licence: str = ""
    contact: str = ""
    people: dict[Id, Person] = field(default_factory=dict)
    funding: Funding | None = None
    policies: Policies = Policies()
    donation: Donation | None = None
    complaints: dict[str, Url | Outside] = field(default_factory=dict)
    rules: dict[str, Literal["error", "warning"]] = field(default_factory=dict)
    hub: Url | None = None
    social: dict[str, Url] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The publication's first language."""
        return self.languages[0] if self.languages else "en"

    def prefix(self, lang: str) -> str:
        """Give what the addresses of a language begin with: nothing for the first, `/fr` for another."""
        return f"/{lang}" if lang in self.languages[1:] else ""

    def complaints_in(self, lang: str) -> dict[str, Url]:
        """Give who hears complaints: name → address. A name that is the same in all languages is the key itself."""
        named = (one if isinstance(one, Outside) else Outside(name, one) for name, one in self.complaints.items())
        return {in_language(one.name, lang): one.url for one in named}

    def verdict(self, verdict_id: str) -> Verdict | None:
        """Find a verdict of the scale by its id."""
        return next((verdict for verdict in self.verdicts if verdict.id == verdict_id), None)


class PageHeader(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The header of a standing page in `content/pages/`; `translation_of` is the slug of the page that it translates."""

    title: str
    slug: Id | None = None
    lang: Lang = ""
    translation_of: Id | None = None
    menu: int | None = None
    reviewed: Day | None = None
