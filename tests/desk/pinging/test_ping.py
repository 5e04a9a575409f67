"""`invoke ping`: a hub is told of the feeds that changed, once the site shows them; what goes wrong is made good next time."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import build as toy_site
import pytest
from invoke import Context, Exit

from plugins.commands import outside as commands
from plugins.desk.pinging import outside, ping, topics
from plugins.engine import digest_of
from plugins.press.manifest import Entry, Manifest
from plugins.press.release import Releases
from plugins.press.tree import put
from tests.desk.pinging import stubs

BRIEF, LONG = 0.2, 60.0
"""So many seconds we wait for a machine that will say nothing, and for one that will, however busy this one is."""


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def _release(releases: Releases, files: dict[str, bytes]) -> None:
    """Put a release out as a build does."""
    with releases.locked():
        tree = releases.spare(Manifest())
        for file, content in files.items():
            put(tree.folder, file, content)
            tree.put_here.add(file)
        releases.complete(tree, Manifest(b"", {file: Entry("", digest_of(one)) for file, one in files.items()}))


def _toy(base: str) -> dict[str, bytes]:
    """Give the toy publication's files as they are when it stands at another address."""
    golden = toy_site.tree(toy_site.SITE / "golden")
    return {file: content.replace(b"https://toy.example", base.encode()) for file, content in golden.items()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Releases, str]]:
    """Put the toy publication out at the address at which it is served."""
    releases = Releases(tmp_path_factory.mktemp("ping") / "site")
    with stubs.site(releases.output) as base:
        _release(releases, _toy(base))
        yield releases, base


@pytest.fixture
def releases(built: tuple[Releases, str]) -> Releases:
    (built[0].folder / "pinged.json").unlink(missing_ok=True)
    return built[0]


@pytest.fixture
def hub() -> Iterator[stubs.Hub]:
    with stubs.hub() as made:
        yield made


def _told(releases: Releases, hub: str, *, everything: bool = False, patience: float = LONG) -> list[str]:
    return list(ping.tell(releases, hub, ping.news(releases, hub, everything=everything), patience))


def test_at_first_every_feed_then_none(releases: Releases, built: tuple[Releases, str], hub: stubs.Hub) -> None:
    hub.answers.extend([202, 204, 200])
    first = _told(releases, hub.address)
    again = _told(releases, hub.address)
    feeds = topics.feeds(releases)

    assert hub.topics == [f"{built[1]}/{file}" for file in feeds]
    assert {
        "feeds/all.rss.xml",
        "feeds/corrections.rss.xml",
        "feeds/topics/moon.rss.xml",
        "fr/feeds/all.rss.xml",
    } <= set(feeds)
    assert all(form["hub.mode"] == ["publish"] for form in hub.heard)
    assert all(form["type"] == ["application/x-www-form-urlencoded"] for form in hub.heard)
    assert (len(first), again) == (len(feeds), [])
    assert len(_told(releases, hub.address, everything=True)) == len(feeds)


def test_another_hub_knows_nothing_yet(releases: Releases, hub: stubs.Hub) -> None:
    first = _told(releases, hub.address)
    with stubs.hub() as other:
        assert len(_told(releases, other.address)) == len(first)


def test_only_feeds_that_changed(tmp_path: Path, hub: stubs.Hub) -> None:
    """Pages and archives change too, and one feed goes."""
    releases, files = Releases(tmp_path / "site"), _toy("https://toy.example")
    archive = {"feeds/archive/all-2025-03.rss.xml": b"<rss/>"}
    _release(releases, files | archive)
    _told(releases, hub.address)
    hub.heard.clear()
    _release(releases, files | archive)
    assert _told(releases, hub.address) == []

    del files["feeds/corrections.rss.xml"]
    files |= {name: files[name] + b" " for name in ("feeds/all.rss.xml", "fr/feeds/topics/moon.rss.xml", "index.html")}
    _release(releases, files | dict.fromkeys(archive, b"<rss></rss>"))
    _told(releases, hub.address)

    assert hub.topics == ["https://toy.example/feeds/all.rss.xml", "https://toy.example/fr/feeds/topics/moon.rss.xml"]
    assert '"feeds/corrections.rss.xml"' not in (releases.folder / "pinged.json").read_text()


@pytest.mark.parametrize(
    ("answer", "why"), [(500, "it answers 500"), (429, "it answers 429"), (stubs.DROP, "closed connection")]
)
def test_a_hub_that_fails_half_way(releases: Releases, hub: stubs.Hub, answer: int, why: str) -> None:
    hub.answers.extend([202, 204, answer])
    with pytest.raises(ping.Failed, match=f"{why}.* told of 2 of [0-9]+ feeds; run this again"):
        _told(releases, hub.address)
    first, hub.heard = hub.topics, []
    rest = _told(releases, hub.address)

    assert len(first) == 3
    assert hub.topics[0] == first[2]
    assert not set(first[:2]) & set(hub.topics)
    assert len(rest) == len(topics.feeds(releases)) - 2


def test_a_hub_that_keeps_silent(releases: Releases, hub: stubs.Hub) -> None:
    hub.answers.append(stubs.HANG)
    with pytest.raises(ping.Failed, match=r"it keeps silent\. It was told of 0 of [0-9]+ feeds; run this again"):
        _told(releases, hub.address, patience=BRIEF)
    hub.answers.clear()

    assert len(_told(releases, hub.address)) == len(topics.feeds(releases))


@pytest.mark.parametrize("status", [400, 404, 302])
def test_a_feed_that_is_refused_stops_no_other(releases: Releases, hub: stubs.Hub, status: int) -> None:
    hub.answers.extend([204, status])
    lines: list[str] = []
    with pytest.raises(ping.Failed, match="refused 1 of"):
        lines.extend(ping.tell(releases, hub.address, ping.news(releases, hub.address), LONG))
    refused = hub.topics[1]

    assert [one for one in lines if not one.startswith("told: ")] == [lines[1]]
    assert lines[1].startswith(f"refused: {refused} (it answers {status}")
    assert len(lines) == len(topics.feeds(releases))
    assert _told(releases, hub.address) == [f"told: {refused}"]


def test_nobody_there(releases: Releases) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with pytest.raises(ping.Failed, match=r"Connection refused.* told of 0 of"):
        _told(releases, address)


def test_what_was_kept_and_is_damaged_is_forgotten(releases: Releases, hub: stubs.Hub) -> None:
    every = _told(releases, hub.address)
    (releases.folder / "pinged.json").write_text('{"hub": ')

    assert _told(releases, hub.address) == every


def test_the_site_shows_it(releases: Releases) -> None:
    ping.verify(ping.news(releases, "https://hub.example/"), LONG)


@pytest.mark.parametrize("spoiled", ["gone", "longer", "other"])
def test_the_site_does_not_show_it_yet(releases: Releases, spoiled: str) -> None:
    every = ping.news(releases, "https://hub.example/")
    gone = topics.Topic(f"{every[0].address}.gone", "", b"")
    changed = {"gone": gone, "longer": _with(every[0], every[0].content[:-1]), "other": _with(every[0], b"x")}

    with pytest.raises(ping.Failed, match=r"does not show this release yet: deploy first\. It lacks http\S+\.$"):
        ping.verify([*every[1:], changed[spoiled]], LONG)


def _with(topic: topics.Topic, content: bytes) -> topics.Topic:
    return topics.Topic(topic.address, topic.file, content)


def test_a_site_that_does_not_answer(hub: stubs.Hub) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/feeds/all.rss.xml"
        with pytest.raises(ping.Failed, match="The site does not answer: it keeps silent"):
            ping.verify([topics.Topic(address, "feeds/all.rss.xml", b"")], BRIEF)
    assert hub.heard == []


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("a.rss.xml", '<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><link>no</link><a:link rel="hub" href="no"/><a:link rel="self" href="yes"/></channel></rss>'),
        ("a.atom.xml", '<feed xmlns="http://www.w3.org/2005/Atom"><link href="no"/><link rel="self" href="yes"/></feed>'),
        ("a.json", '{"home_page_url": "no", "feed_url": "yes"}'),
    ],
)  # fmt: skip
def test_feeds_say_where_they_stand(file: str, content: str) -> None:
    assert topics.own_address(file, content.encode()) == "yes"
    with pytest.raises(topics.NoAddress, match=f"^{file} does not say"):
        topics.own_address(file, content.replace("yes", "").encode())


def test_addresses_of_other_scripts_are_asked_for(hub: stubs.Hub) -> None:
    outside.tell(f"{hub.address}/é", "https://toy.example/é?a=b&c=d", LONG)

    assert hub.topics == ["https://toy.example/é?a=b&c=d"]


@pytest.fixture
def copy(tmp_path: Path, hub: stubs.Hub) -> Path:
    toy_site.copy_copy(tmp_path / "content")
    with (tmp_path / "content/publication.yaml").open("a") as file:
        file.write(f"hub: {hub.address}\n")
    return tmp_path / "content"


def _ping(content: Path, output: Path, **flags: bool) -> None:
    commands.ping(Context(), content=str(content), output=str(output), **flags)


def test_the_command(releases: Releases, hub: stubs.Hub, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _ping(copy, releases.output, dry_run=True)
    shown = capsys.readouterr().out
    assert hub.heard == []
    _ping(copy, releases.output)
    told = capsys.readouterr().out
    _ping(copy, releases.output)

    assert shown.splitlines()[1:] == [f"  {one}" for one in hub.topics]
    assert told.splitlines() == [f"told: {one}" for one in hub.topics]
    assert capsys.readouterr().out == f"{hub.address} knows every feed as it is.\n"
    assert json.loads((releases.folder / "pinged.json").read_text())["hub"] == hub.address


def test_a_release_that_is_not_deployed_is_not_told_of(
    releases: Releases, hub: stubs.Hub, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "shows", lambda *_: False)
    with pytest.raises(Exit) as stopped:
        _ping(copy, releases.output)
    assert (stopped.value.code, hub.heard) == (1, [])
    assert "deploy first" in str(stopped.value.message)
    _ping(copy, releases.output, no_verify=True)
    assert hub.heard


def test_ctrl_c_in_the_midst(
    releases: Releases, copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the hub took it knows, and the rest is told when the command runs again."""
    asked: list[str] = []

    def told(_: str, address: str, __: float) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(address)

    monkeypatch.setattr(outside, "tell", told)
    with pytest.raises(
        Exit, match=r"Stopped\. The hub knows of the feeds named above; run `invoke ping` again"
    ) as ended:
        _ping(copy, releases.output, no_verify=True, all=True)
    assert ended.value.code == 130
    assert capsys.readouterr().out == f"told: {asked[0]}\n"


def test_without_a_hub_there_is_nothing_to_do(releases: Releases, capsys: pytest.CaptureFixture[str]) -> None:
    _ping(toy_site.SITE / "content", releases.output)

    assert "nobody to tell" in capsys.readouterr().out


def test_without_a_release_it_is_wrong_use(tmp_path: Path, copy: Path) -> None:
    with pytest.raises(Exit) as stopped:
        _ping(copy, tmp_path / "nothing")
    assert stopped.value.code == 2


def test_a_masthead_that_cannot_be_read(releases: Releases, copy: Path) -> None:
    (copy / "publication.yaml").write_text("name: [")
    with pytest.raises(Exit) as stopped:
        _ping(copy, releases.output)
    assert stopped.value.code == 1
