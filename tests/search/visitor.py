"""A reader who searches, in a real browser."""

import time
from typing import Any
from urllib.parse import urlencode

from devtools import PATIENCE, Page
from web.server import Server

_ANSWERED = """new Promise((done) => {
  const look = () => {
    const form = document.getElementById("search"), said = document.getElementById("status")?.textContent;
    if (said && said !== form.dataset.busy) done(said); else setTimeout(look, 10);
  };
  look();
})"""
_SHOWN = """[...document.querySelectorAll("#hits > li")].map((hit) => ({
  title: hit.querySelector("h2").textContent, href: hit.querySelector("a").getAttribute("href"),
  verdicts: [...hit.querySelectorAll(".verdict")].map((one) => one.textContent),
  kind: hit.querySelector(".kind")?.textContent, date: hit.querySelector("time")?.dateTime ?? "",
  excerpt: hit.querySelector(".excerpt")?.textContent ?? "", marks: hit.querySelectorAll("mark").length,
  elements: [...hit.querySelectorAll(".excerpt *")].map((one) => one.localName).filter((one) => one !== "mark"),
}))"""


class Visitor:
    """A reader of one site, who has one page open."""

    def __init__(self, page: Page, server: Server) -> None:
        """Hold the browser's page, and the server of the site."""
        self.page = page
        self.server = server
        self._told: list[dict[str, Any]] = []
        for domain in ("Page", "Runtime", "Log"):
            page.call(f"{domain}.enable")
        self.complaints()

    def open(self, path: str, **asked: str) -> None:
        """Open a page of the site, and wait until it has loaded."""
        address = self.server.address + path
        self.page.call("Page.navigate", url=f"{address}?{urlencode(asked)}" if asked else address)
        self.arrive()

    def arrive(self) -> None:
        """Wait until a page has loaded; what the browser says meanwhile is remembered."""
        end = time.monotonic() + PATIENCE
        told: dict[str, Any] = {}
        while told.get("method") != "Page.loadEventFired":
            told = self.page._events.popleft() if self.page._events else self.page._next(end, "page")
            self._told.append(told)

    def ask(self, path: str = "/search/", **asked: str) -> list[dict[str, Any]]:
        """Open the search page with a question in its address; give the answers."""
        self.open(path, **asked)
        self.said()
        return self.shown()

    def said(self) -> str:
        """Wait for an answer; give the line that tells of it."""
        words: str = self.run(_ANSWERED)
        return words

    def shown(self) -> list[dict[str, Any]]:
        """Give the answers that are shown."""
        hits: list[dict[str, Any]] = self.run(_SHOWN)
        return hits

    def run(self, script: str) -> Any:
        """Run a script in the page; give what it comes to."""
        told = self.page.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def until(self, condition: str) -> None:
        """Wait until something is true in the page."""
        self.run(
            f"new Promise((done) => {{ const look = () => {condition} ? done() : setTimeout(look, 10); look(); }})"
        )

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.page.call("Input.insertText", text=text)

    def press(self, key: str) -> None:
        """Press a key, and let it go."""
        code = {"Enter": 13, "Tab": 9}[key]
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            given = text if kind == "keyDown" else {}
            self.page.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **given)

    def complaints(self) -> list[str]:
        """Give, once, what the browser had to say: messages, exceptions, dialogs, what the policy stopped."""
        self.run("1")  # whatever happened before has been told when this is answered
        kinds = {
            "Runtime.consoleAPICalled",
            "Runtime.exceptionThrown",
            "Log.entryAdded",
            "Page.javascriptDialogOpening",
        }
        told = [*self._told, *self.page._events]
        self._told.clear()
        self.page._events.clear()
        return [f"{one['method']}: {one['params']}" for one in told if one.get("method") in kinds]
