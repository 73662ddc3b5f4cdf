"""What a page calls itself: its title and the short lines near its top. Pure."""

import re

from evidence_app.characters import folded
from evidence_app.reading.layout.page import Page
from evidence_app.reading.layout.rows import Lines, bottom, top
from evidence_app.reading.layout.vocabulary import words

HEAD = 0.55
"""Part of the width of a page, counted down from its first line, in which its title and its tabs stand."""

SAYS_ENOUGH = 4
"""Characters of a heading that mean the same within a longer title."""

_BARE = re.compile(r"[^\w]+|[›‹く>_]")


def head_of(page: Page, lines: Lines) -> Lines:
    """Return the lines at the top of a page."""
    if not lines:
        return ()
    end = min(map(top, lines)) + HEAD * page.width_px
    return tuple(line for line in lines if bottom(line) <= end)


def is_headed(page: Page, lines: Lines, key: str) -> bool:
    """Tell whether a page is called by one of the headings of a kind."""
    return any(_is_heading(line.text, words("headings", key)) for line in head_of(page, lines))


def _is_heading(text: str, headings: tuple[str, ...]) -> bool:
    bare = _BARE.sub("", folded(text)).replace("纪录", "记录")
    if bare in headings or bare.replace("记录", "纪录") in headings:
        return True
    return any(len(word) >= SAYS_ENOUGH and word in bare and len(bare) <= len(word) + 6 for word in headings)


def is_furniture(text: str, key: str = "furniture") -> bool:
    """Tell whether a line is a button or a tab, not content. ``key`` is the table of the vocabulary."""
    bare = _BARE.sub("", folded(text))
    return bare in words(key, "furniture" if key == "calls" else "words")
