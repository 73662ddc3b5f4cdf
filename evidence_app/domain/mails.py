"""What of an imported mail was said, and what only its header tells. Pure."""

import re

_LINE = re.compile(r"(?:To|Cc|Reply-To|Date|Message-ID|Received|DKIM-Signature): ")
"""Lines of a mail's header that its importer puts below the words, as evidence."""


def words_of(text: str, number: str) -> str:
    """Return what was said: of what came from or to an address, subject and body without the header below them."""
    if "@" not in number:  # of many, only mails are looked at
        return text
    said, header, rest = f"\n\n{text}".rpartition("\n\nFrom: ")
    is_mail = bool(header) and all(map(_LINE.match, rest.splitlines()[1:]))
    return said.removeprefix("\n\n") if is_mail else text


def told_number(reference: str) -> str:
    """Return a number by which somebody knows a matter, empty for that of a mail: it looks like an address."""
    return "" if "@" in reference else reference
