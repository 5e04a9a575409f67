"""The characters that no copy may hold, and what an editor is told of one."""

import re

# C0 and C1 controls but tab and line feed (our own placeholders among them), the line and paragraph separators (libyaml
# counts them as line ends, Markdown does not), private-use characters (placeholders too), non-characters.
REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
"""Characters that no copy may hold, typed or written as an escape."""

_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))


def beyond_ascii(content: bytes) -> str:
    """Give the rest of UTF-8 without what is plain ASCII, which is most of it and need not be searched."""
    return content.translate(None, _PLAIN).decode()


def refusal(character: str) -> tuple[str, str]:
    """Say what is wrong with a character that is refused, and the way out."""
    return (
        f"There is an invisible character here (U+{ord(character):04X}) that no page or feed may carry.",
        "delete it; it often comes along when text is pasted",
    )
