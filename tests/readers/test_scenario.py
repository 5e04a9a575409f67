"""A subscriber's months: publish, read all, substantial correction, update, minor change, another address."""

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from msgspec import Struct
from readers.newsboat import Newsboat
from readers.nginx import Nginx, fetch, listening, nginx
from readers.publication import CHECKS, Desk
from readers.rss2email import Rss2email
from readers.tools import needs_readers

pytestmark = needs_readers
MAIN, TOPIC, CORRECTIONS = (f"/feeds/{name}.rss.xml" for name in ("all", "topics/bridges", "corrections"))
FEEDS = (MAIN, TOPIC, CORRECTIONS)
EVENT = "tag:small.example,2025:correction/length/c"


class Life(Struct, frozen=True):
    """A desk, its server, and two people who subscribe to the three feeds."""

    desk: Desk
    server: Nginx
    newsboat: Newsboat
    mail: Rss2email

    def published(self) -> tuple[list[str], list[tuple[str, str]]]:
        """Build, and have both look: what is new to the one, and which mails the other gets (feed and id)."""
        self.desk.build()
        self.newsboat.reload()
        new = sorted(item.id for item in self.newsboat.items(unread=True))
        assert self.newsboat.unread() == len(new)
        self.newsboat.read_all()
        return new, sorted(self._told(mail) for mail in self.mail.run())

    def _told(self, mail: EmailMessage) -> tuple[str, str]:
        return mail["X-RSS-Feed"].removeprefix(self.server.address), mail["X-RSS-ID"]


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    """Give a publication that both have read to the end."""
    with listening() as taken:
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        desk = Desk(tmp_path, address)
        feeds = [address + feed for feed in FEEDS]
        with nginx(taken, desk.output, tmp_path / "nginx") as server:
            desk.build()
            life = Life(
                desk, server, Newsboat(tmp_path / "newsboat", *feeds), Rss2email(tmp_path / "rss2email", *feeds)
            )
            new, mails = life.published()
            assert new == sorted(f"tag:small.example,2025:check/{name}" for name in CHECKS)
            assert len(mails) == 5  # three of the main feed, two of the topic
            yield life


def test_the_months_of_a_subscriber(life: Life) -> None:
    desk = life.desk

    assert life.published() == ([], [])

    desk.correct("length", 2)
    assert life.published() == ([f"{EVENT}2"], [(feed, f"{EVENT}2") for feed in sorted(FEEDS)])

    desk.correct("length", 3, kind="update", why="The survey was renewed.")
    assert life.published() == ([f"{EVENT}3"], [(CORRECTIONS, f"{EVENT}3")])

    desk.correct("length", 4, kind="minor", why="A comma.")
    assert life.published() == ([], [])

    desk.rename("length", "how-long")
    assert life.published() == ([], [])

    links = {item.id: item.link for item in life.newsboat.items()}
    assert links["tag:small.example,2025:check/length"] == f"{life.server.address}/checks/how-long/"
    assert _followed(f"{life.server.address}/checks/length/") == "/checks/how-long/"


def _followed(address: str) -> str:
    """Go to an address, and give where a browser ends: by the server's redirect, or by that of the page."""
    answer = fetch(address)
    if answer.address != address:
        return urlsplit(answer.address).path
    refresh = BeautifulSoup(answer.content, "lxml").select_one("meta[http-equiv=refresh]")
    assert refresh is not None
    return str(refresh["content"]).partition("url=")[2]


def test_what_did_not_change_is_not_fetched_again(life: Life) -> None:
    """A build without a change, and one of another fact-check leave ETags as they are."""
    before = _etags(life.server, *FEEDS)

    life.desk.build()
    assert _etags(life.server, *FEEDS) == before

    life.desk.headers["fees"]["title"] = "Are there fees?"
    life.desk.build()
    after = _etags(life.server, *FEEDS)
    assert after[TOPIC] == before[TOPIC]
    assert after[CORRECTIONS] == before[CORRECTIONS]
    assert after[MAIN] != before[MAIN]


def _etags(server: Nginx, *feeds: str) -> dict[str, str]:
    return {feed: fetch(server.address + feed).etag for feed in feeds}
