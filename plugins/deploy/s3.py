"""A target that is a bucket of S3, or of what speaks its language. The only door to boto3."""

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from plugins.deploy.answers import caching, content_type
from plugins.deploy.plan import RECORD, WRITING
from plugins.deploy.target import CannotDeploy, Here, TargetFault

AT_ONCE = 8
"""How many files are sent side by side."""
BATCH = 1000
"""How many files one request deletes at most."""


class Bucket:
    """A bucket, or what is below a prefix in it. Who we are, the region and `AWS_ENDPOINT_URL` are boto3's own matter."""

    packs = False
    writing = WRITING

    def __init__(self, bucket: str, prefix: str, patience: int = 60) -> None:
        """`patience`: so many seconds may pass without an answer; a prefix ends with a slash, or is empty."""
        self.bucket, self.prefix = bucket, prefix
        try:
            import boto3  # noqa: PLC0415 (an extra: only who deploys to S3 has it)
            from botocore.config import Config  # noqa: PLC0415 (likewise)
        except ImportError:
            raise CannotDeploy(
                "S3 needs the library boto3: .venv/bin/python -m pip install --require-hashes --no-deps -r requirements-deploy.lock"
            ) from None
        with _told():
            config = Config(connect_timeout=min(patience, 15), read_timeout=patience, max_pool_connections=AT_ONCE)
            self.client: Any = boto3.client("s3", config=config)

    def recorded(self) -> str:
        """Fetch the record."""
        with _told():
            try:
                answer = self.client.get_object(Bucket=self.bucket, Key=self.prefix + RECORD)
            except self.client.exceptions.NoSuchKey:
                return ""
            return str(answer["Body"].read(), "utf-8")

    def standing(self, here: Here) -> dict[str, bool]:
        """List what is there; the ETag of what was put in one piece is its MD5."""
        there = {}
        with _told():
            pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=self.prefix)
            for one in (one for page in pages for one in page.get("Contents", ())):
                file = one["Key"].removeprefix(self.prefix)
                there[file] = file in here and here[file].size == one["Size"] and _etag(here, file) == one["ETag"]
        return there

    def record(self, text: str) -> None:
        """Replace the record."""
        with _told():
            self._put(RECORD, text.encode())

    def send(self, here: Here, files: Sequence[str]) -> Iterator[str]:
        """Put files, several at once; S3 shows a file when it is whole."""

        def put(file: str) -> str:
            self._put(file, (here[file].root / file).read_bytes())
            return file

        with _told(), ThreadPoolExecutor(AT_ONCE) as pool:
            try:
                yield from pool.map(put, files)
            finally:
                pool.shutdown(cancel_futures=True)

    def delete(self, here: Here, files: Sequence[str]) -> Iterator[str]:
        """Delete files."""
        del here
        for some in _batches(files):
            keys = [{"Key": self.prefix + file} for file in some]
            with _told():
                answer = self.client.delete_objects(Bucket=self.bucket, Delete={"Objects": keys, "Quiet": True})
            for error in answer.get("Errors", ()):
                raise TargetFault(f"The bucket keeps {error['Key']}: {error.get('Message', error.get('Code'))}")
            yield from some

    def _put(self, file: str, content: bytes) -> None:
        headers = {"ContentType": content_type(file), "CacheControl": caching(file)}
        self.client.put_object(Bucket=self.bucket, Key=self.prefix + file, Body=content, **headers)


def _etag(here: Here, file: str) -> str:
    content = (here[file].root / file).read_bytes()
    return f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'


def _batches(files: Sequence[str]) -> Iterator[Sequence[str]]:
    return (files[start : start + BATCH] for start in range(0, len(files), BATCH))


@contextmanager
def _told() -> Iterator[None]:
    """Tell in a sentence what boto3 raises."""
    from boto3.exceptions import Boto3Error  # noqa: PLC0415 (likewise)
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 (likewise)

    try:
        yield
    except (BotoCoreError, ClientError, Boto3Error) as error:
        raise TargetFault(f"S3: {error}") from None
