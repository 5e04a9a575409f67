"""rss2email: what somebody gets who has feeds sent as mail; here into a folder of mails."""

import email
import email.policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from readers.shown import Shown, shown
from readers.tools import run

_CONFIG = """[DEFAULT]
from = user@reader.example
to = reader@reader.example
email-protocol = maildir
maildir-path = {mails}
maildir-mailbox = .
date-header = True
date-header-order = issued, created, modified
body-width = 0
links-after-each-paragraph = False
"""


class Rss2email:
    """A person to whom some feeds are sent."""

    def __init__(self, home: Path, *feeds: str) -> None:
        """Subscribe to feeds."""
        self._mails, self._home = home / "mails", home
        for name in ("cur", "new", "tmp"):
            (self._mails / name).mkdir(parents=True)
        (home / "config").write_text(_CONFIG.format(mails=self._mails))
        for number, feed in enumerate(feeds):
            self._do("add", f"feed{number}", feed)

    def run(self) -> list[EmailMessage]:
        """Have all feeds looked at; give the mails that come of it."""
        self._do("run")
        paths = sorted((self._mails / "new").iterdir())
        mails = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in paths]
        for path in paths:
            path.rename(self._mails / "cur" / path.name)
        return [mail for mail in mails if isinstance(mail, EmailMessage)]

    def _do(self, *command: str) -> None:
        run(self._home, "r2e", "-c", "config", "-d", "data.json", *command)


def read(mail: EmailMessage) -> Shown:
    """Read a mail: the sender is “Feed: Author”."""
    body = mail.get_body(("html", "plain"))
    assert body is not None
    return shown(
        id=mail["X-RSS-ID"],
        title=mail["Subject"],
        author=mail["From"].addresses[0].display_name.rpartition(": ")[2],
        day=parsedate_to_datetime(mail["Date"]).date(),
        link=mail["X-RSS-URL"],
        text=body.get_content(),
    )
