"""A page of HTML as the text that a person reads on it: mails, saved pages. Nothing it refers to is fetched.

Runs in a worker process.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPHS = frozenset({"blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul"})
"""Elements with an empty line around them."""

BLOCKS = frozenset(
    {
        *("address", "article", "aside", "center", "dd", "div", "dt", "fieldset", "figure", "footer", "form", "header"),
        *("li", "main", "nav", "section", "tr"),
    }
)
"""Elements that stand on lines of their own."""

CELLS = frozenset({"td", "th"})
UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "svg", "object", "iframe"})

_LINE, _GAP = "\x01", "\x02"
"""Where a line ends, and where an empty one follows; neither is in a page that lxml takes."""

_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_BETWEEN = re.compile(r"[ \t\n\x01\x02]*[\n\x01\x02][ \t\n\x01\x02]*")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def plain_text(page: str) -> str:
    """Return what is read on a page: paragraphs, rows and line breaks on lines, cells apart, an empty line at most.

    An address that a link leads to stands behind its words where they do not say it: it is often what matters.
    """
    root = tree_of(page)
    return "" if root is None else text_of(root)


def text_of(element: "_Element") -> str:
    """Return what is read on a part of a page, as `plain_text` does."""
    text = _BETWEEN.sub(_line_end, "".join(_pieces(element)))
    return re.sub(r"  +", " ", re.sub(r" *\t *", "\t", text)).strip("\n\t ")


def _line_end(match: re.Match[str]) -> str:
    run = match[0]
    return "\n\n" if _GAP in run or run.count("\n") > 1 else "\n"


def tree_of(page: str) -> "_Element | None":
    """Return a page's elements, None for one with nothing on it."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        # Halves of characters are no UTF-8; what a page says of its own encoding no longer holds.
        return etree.fromstring(_CONTROLS.sub("", page).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):  # nothing on it
        return None


def _pieces(root: "_Element") -> Iterator[str]:
    """Yield the texts of a tree in their order, without recursion."""
    waiting: list[_Element | str] = [root]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
            continue
        tag = each.tag if isinstance(each.tag, str) else ""
        tail = "" if each is root else _flowing(each.tail)
        if not tag or tag in UNSEEN:
            yield tail
            continue
        if tag == "br":
            yield "\n" + tail
            continue
        around = _GAP if tag in PARAGRAPHS else _LINE if tag in BLOCKS else ""
        yield around
        yield (each.text or "").replace("\r\n", "\n") if tag == "pre" else _flowing(each.text)
        waiting.append(tail)
        waiting.append(("\t" if tag in CELLS else "") + around + _target(each, tag))
        waiting.extend(reversed(each))


def _flowing(text: str | None) -> str:
    return _SPACES.sub(" ", text) if text else ""


def _target(element: "_Element", tag: str) -> str:
    """Return the address of a link where its words do not show it."""
    address = (element.get("href") or "").strip() if tag == "a" else ""
    if not address.lower().startswith(("http://", "https://")):
        return ""
    shown = "".join(element.itertext()).strip()
    return "" if address.rstrip("/") in (shown, shown.rstrip("/")) else f" <{address}>"


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def settable(text: str) -> str:
    """Return a text without what lxml reads in pages, but refuses to be given: control characters."""
    return _FORBIDDEN.sub("", text)
