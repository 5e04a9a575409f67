"""A target that is a bucket, at moto's server: S3 as it is spoken over HTTP, on this machine."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from moto.core import DEFAULT_ACCOUNT_ID
from moto.s3.models import s3_backends
from moto.server import ThreadedMotoServer

from plugins.deploy.deploy import look, target_of
from plugins.deploy.plan import RECORD
from plugins.deploy.s3 import Bucket
from plugins.deploy.target import TargetFault
from tests.deploy.publication import Both, bring, read
from tests.deploy.stops import POINTS, Killed, points, prove

PREFIX = "site/"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Give the address of a server of S3."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """Make a bucket of the test's own."""
    for name, value in {"ACCESS_KEY_ID": "id", "SECRET_ACCESS_KEY": "secret", "DEFAULT_REGION": "us-east-1",
                        "ENDPOINT_URL": server, "MAX_ATTEMPTS": "1"}.items():  # fmt: skip
        monkeypatch.setenv(f"AWS_{name}", value)
    name = "b" + "".join(filter(str.isalnum, request.node.name.lower()))[:50]
    Bucket(name, "").client.create_bucket(Bucket=name)
    return name


def _seen(target: Bucket) -> dict[str, bytes]:
    """Read what the server holds, in its memory: to ask for each file takes longer than all the rest."""
    keys = s3_backends[DEFAULT_ACCOUNT_ID]["aws"].buckets[target.bucket].keys
    held = {name.removeprefix(target.prefix): key.value for name, key in keys.items() if name.startswith(target.prefix)}
    return {file: content for file, content in held.items() if file != RECORD}


def _get(target: Bucket, file: str) -> dict[str, Any]:
    answer: dict[str, Any] = target.client.get_object(Bucket=target.bucket, Key=target.prefix + file)
    return answer


def test_the_bucket_holds_the_release_and_a_second_run_sends_nothing(both: Both, bucket: str) -> None:
    target = target_of(f"s3://{bucket}/{PREFIX}", both.releases)
    assert isinstance(target, Bucket)

    assert bring(both.before, target) == (len(both.before), 0)
    assert _seen(target) == read(both.before)
    assert bring(both.before, target) == (0, 0)

    target.client.put_object(Bucket=bucket, Key="other/site.txt", Body=b"theirs")
    target.client.put_object(Bucket=bucket, Key=f"{PREFIX}ads.txt", Body=b"theirs")
    sent, deleted = bring(both.after, target)
    assert 0 < sent < len(both.after)
    assert deleted == len(both.before.keys() - both.after.keys())
    assert _seen(target) == {**read(both.after), "ads.txt": b"theirs"}
    assert bring(both.after, target) == (0, 0)
    assert _get(Bucket(bucket, "other/"), "site.txt")["Body"].read() == b"theirs"


def test_types_and_caching(both: Both, bucket: str) -> None:
    target = Bucket(bucket, "")
    bring(both.after, target)

    stylesheet = next(file for file in both.after if file.endswith(".css"))
    wanted = {
        "index.html": ("text/html; charset=utf-8", "public, max-age=300, must-revalidate"),
        "feeds/all.rss.xml": ("application/xml", "public, max-age=300, must-revalidate"),
        "data/checks.json": ("application/json", "public, max-age=300, must-revalidate"),
        stylesheet: ("text/css; charset=utf-8", "public, max-age=31536000, immutable"),
    }
    answers = {file: _get(target, file) for file in wanted}
    assert {file: (one["ContentType"], one["CacheControl"]) for file, one in answers.items()} == wanted


@pytest.mark.parametrize("seed", [6, pytest.param(7, marks=pytest.mark.long)])
def test_killed_anywhere_and_gone_on_with(both: Both, bucket: str, seed: int) -> None:
    """There and back: the later release over the earlier, then the earlier over the later."""
    target, turns = Bucket(bucket, PREFIX), [(both.before, both.after), (both.after, both.before)]
    bring(both.before, target)
    counts = []
    for _, comes in turns:
        counting, asked = _dying(bucket, 10**6)
        bring(comes, counting)
        counts.append(len(asked))

    for turn in zip(*(points(count, seed, POINTS // 2) for count in counts), strict=True):
        for (was, comes), point in zip(turns, turn, strict=True):
            prove(was, comes, target, lambda: _seen(target), lambda at=point: _dying(bucket, at)[0])


def _dying(bucket: str, requests: int) -> tuple[Bucket, list[object]]:
    """Give a bucket that is asked so many times; then the process is gone, with all its threads."""
    target, asked = Bucket(bucket, PREFIX), list[object]()

    def ask(**given: object) -> None:
        if len(asked) >= requests:
            raise Killed
        asked.append(given["request"])

    target.client.meta.events.register("before-send.s3", ask)
    return target, asked


def test_a_bucket_that_is_not_there(both: Both, bucket: str) -> None:
    del bucket
    with pytest.raises(TargetFault, match="NoSuchBucket"):
        look(both.before, Bucket("no-such-bucket", ""))


def test_a_server_that_is_not_there(both: Both, bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(TargetFault, match="Could not connect"):
        look(both.before, Bucket(bucket, ""))


def test_a_server_that_does_not_answer(both: Both, bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the connection, and then says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{silent.getsockname()[1]}")
        with pytest.raises(TargetFault, match="timeout"):
            look(both.before, Bucket(bucket, "", patience=1))
