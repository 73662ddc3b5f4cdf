"""Writing that means the same, made the same for searching: widths, case, spaces, traditional and simplified."""

import unicodedata
from functools import lru_cache

from evidence_app.resources import resource


def folded(text: str) -> str:
    """Return a text as it is compared: what people, phones and machines write differently for the same is gone."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_simplified()).casefold().split())


def simplified(text: str) -> str:
    """Return a text of the same length with each traditional character as its simplified form."""
    return text.translate(_simplified())


def aligned(text: str) -> str:
    """Return a text folded like `folded` but character for character, spaces kept: places in it stay true."""
    return "".join(_aligned(char) for char in text)


@lru_cache(maxsize=8192)
def _aligned(char: str) -> str:
    made = unicodedata.normalize("NFKC", char).translate(_simplified()).casefold()
    return made if len(made) == 1 else char


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    """Return the simplified form of each traditional character, by OpenCC's table."""
    lines = resource("characters", "TSCharacters.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {ord(traditional): forms.split(" ")[0] for traditional, forms in pairs}
