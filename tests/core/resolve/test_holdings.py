"""Every address, and who holds it."""

from plugins.core.model.topic import Select, Topic
from plugins.core.parse.nouns import Draft
from plugins.core.resolve.holdings import Holding, holdings
from plugins.core.resolve.publication import PER_PAGE, Publication
from tests.core.resolve.test_resolve import NOW, draft, publish


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
