"""Every address, and who holds it."""

from msgspec.structs import replace

from plugins.core.model.publication import Person
from plugins.core.model.source import Publisher
from plugins.core.model.topic import Select, Topic
from plugins.core.parse.nouns import Draft
from plugins.core.resolve.holdings import Holding, holdings
from plugins.core.resolve.publication import LINES_PER_PAGE, PER_PAGE, Publication
from tests.core.resolve.test_resolve import MASTHEAD, NOW, SOURCE, draft, publish


def held(publication: Publication) -> dict[str, Holding]:
    return {one.address: one for one in reversed(list(holdings(publication)))}


def test_lists_and_topics_have_pages() -> None:
    drafts: list[Draft] = [draft(f"case-{number}", tags=("trade",)) for number in range(PER_PAGE * 2 + 1)]
    topic = ("content/topics/trade.yaml", "trade", Topic("Trade", select=Select(all=("trade",)), aliases=("old",)))
    known = held(publish(*drafts, topics=(topic,)))

    assert known["/checks/page/3/"] == Holding("/checks/page/3/")
    assert "/checks/page/4/" not in known
    assert known["/topics/trade/page/3/"].path == "content/topics/trade.yaml"
    assert known["/topics/old/"].former
    assert not known["/feeds/topics/old.rss.xml"].former
    assert known["/topics/old/"].pointer == known["/feeds/topics/old.rss.xml"].pointer == ("aliases", 0)


def test_sources_publishers_and_people_have_pages() -> None:
    count = LINES_PER_PAGE + 1
    names = [f"s{number}" for number in range(count)]
    marks = " ".join(f"[{number}]" for number in range(1, count + 1))
    sources = tuple(("content/sources/a.yaml", name, replace(SOURCE, publisher="The Wire")) for name in names)
    uses = {str(number): name for number, name in enumerate(names, start=1)}
    everything = draft("everything", f"so {marks}", sources=uses, authors=("ada",))
    same = [draft(f"n{number}", "so [1]", sources={"1": "s0"}, edited_by=("ada",)) for number in range(count)]
    publishers = [("content/publishers.yaml", name, Publisher((f"The {name.title()}",))) for name in ("wire", "idle")]
    masthead = replace(MASTHEAD, people={"ada": Person("Ada"), "bo": Person("Bo")})
    known = held(publish(everything, *same, sources=sources, publishers=tuple(publishers), masthead=masthead))

    assert known["/publishers/"] == Holding("/publishers/")
    for address in ("/sources/", "/sources/s0/", "/publishers/wire/", "/people/ada/"):
        assert known[f"{address}page/2/"].answers
        assert f"{address}page/3/" not in known
    assert (known["/publishers/idle/"].path, known["/publishers/idle/"].pointer) == (
        "content/publishers.yaml",
        ("idle",),
    )
    assert (known["/people/bo/"].path, known["/people/bo/"].pointer) == ("content/publication.yaml", ("people", "bo"))
    assert not {"/publishers/idle/page/2/", "/people/bo/page/2/"} & known.keys()
    assert not known["/people/"].answers


def test_what_answers() -> None:
    known = held(
        publish(
            draft("one"),
            draft("two", body="so [1]", slug_history=("second",), redirect_from=("/2019/Two", "/two.html")),
            draft("rough", status="draft", slug_history=("raw",)),
            now=NOW,
        )
    )

    assert {address for address, one in known.items() if one.path and one.answers} == {
        "/checks/one/", "/checks/two/", "/checks/second/", "/2019/Two/", "/two.html", "/sources/wire/",
    }  # fmt: skip
    assert {address for address, one in known.items() if one.path and not one.answers} == {
        "/checks/rough/", "/checks/raw/", "/sources/cbc/",
    }  # fmt: skip
    assert known["/2019/Two/"].file == "2019/two/index.html"
    assert known["/"].holder == "the site"
