"""Memory of elements that were read out of a large document."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def forget(element: "Element") -> None:
    """Let go of an element and of all before it: the empty ones alone would fill the memory."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
