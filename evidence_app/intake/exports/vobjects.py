"""Properties of vCard and its relatives (vMessage, iCalendar): ``NAME;PARAMETER=VALUE:VALUE``, however encoded.

Sources: vCard 2.1 (quoted-printable with soft line breaks, BASE64, parameters without names), RFC 2426 and RFC 6350
(folded lines, backslash escapes), RFC 5545, IrMC 1.1.
"""

import binascii
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST_VALUE = 32 * 2**20
"""Characters of one property: a photograph of a contact is well below."""

_INDENTS = frozenset({" ", "\t"})

_PROPERTY = re.compile(
    r"(?P<group>[\w-]+\.)?(?P<name>[A-Za-z][\w-]*)(?P<parameters>(?:;(?:[^\":;]++|\"[^\"]*+\")*+)*+):(?P<value>.*)",
    re.DOTALL,
)
"""``item1.TEL;TYPE="CELL,VOICE":+86 138 0013 8000``."""

_PARAMETER = re.compile(r";\s*(?:([\w-]+)\s*=\s*)?((?:[^\";]++|\"[^\"]*+\")*+)")
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5-hkscs": "big5hkscs"}
"""Charsets that are a part of another, which senders use under the part's name."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its line (from 1), name in capitals, parameters (names in capitals) and value as it is written."""

    line: int
    name: str
    parameters: tuple[tuple[str, str], ...]
    raw: str

    def parameter(self, name: str) -> str:
        """Return a parameter's value, empty if it has none."""
        return next((value for each, value in self.parameters if each == name), "")

    @property
    def is_quoted_printable(self) -> bool:
        """Whether its value is quoted-printable, said in either of two ways."""
        return any(value.upper() == "QUOTED-PRINTABLE" for _, value in self.parameters)

    @property
    def data(self) -> bytes | None:
        """The bytes of a value in base64, None for any other."""
        if not any(value.upper() in ("B", "BASE64") for _, value in self.parameters):
            return None
        text = re.sub(r"[^A-Za-z0-9+/]", "", self.raw)
        whole = text[:-1] if len(text) % 4 == 1 else text
        return binascii.a2b_base64(whole + "=" * (-len(whole) % 4))

    @property
    def value(self) -> str:
        """The value as text, with escapes as they are: `fields` and `text` know them."""
        data = quopri.decodestring(self.raw.encode("utf-8", "replace")) if self.is_quoted_printable else self.data
        return self.raw if data is None else _text(data, self.parameter("CHARSET"))

    @property
    def text(self) -> str:
        """The value as text, backslash escapes resolved."""
        return unescaped(self.value)

    @property
    def fields(self) -> list[str]:
        """The value's parts between semicolons, each as text."""
        return [unescaped(each) for each in re.split(r"(?<!\\);", self.value)]


def property_of(number: int, line: str) -> Property | None:
    """Return the property of an unfolded line, None for a line that is none."""
    found = _PROPERTY.fullmatch(line)
    if not found:
        return None
    parameters = tuple(
        ((name or "TYPE").upper(), value.strip().strip('"')) for name, value in _PARAMETER.findall(found["parameters"])
    )
    return Property(number, found["name"].upper(), parameters, found["value"])


def unfolded(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield lines with their numbers, each with those that continue it: indented ones, and after a soft break any."""
    number, size, is_quoted, is_soft = 0, 0, False, False
    pieces: list[str] = []
    for at, line in lines:
        is_continued = is_soft or line[:1] in _INDENTS
        if pieces and is_continued and size < LONGEST_VALUE:
            pieces.append(line if is_soft else line[1:])
        else:
            if pieces:
                yield number, "".join(pieces)
            number, size, pieces = at, 0, [line]
            is_quoted = "QUOTED-PRINTABLE" in line.partition(":")[0].upper()
        size += len(line)
        begun = before_soft_break(pieces[-1]) if is_quoted else None
        is_soft = begun is not None
        if begun is not None:
            pieces[-1] = begun
    if pieces:
        yield number, "".join(pieces)


def before_soft_break(line: str) -> str | None:
    """Return what stands before a soft line break of quoted-printable, None for a line that ends without one.

    Blanks behind it are none of the text (RFC 2045, 6.7): programs that carried the file padded its lines.
    """
    bare = line.rstrip(" \t")
    return bare[:-1] if bare.endswith("=") else None


def unescaped(text: str) -> str:
    r"""Return a text with ``\n``, ``\,``, ``\;``, ``\:`` and ``\\`` resolved."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text) if "\\" in text else text


def _text(data: bytes, charset: str) -> str:
    named = _ALIASES.get(charset.lower(), charset.lower())
    for encoding in (named, "utf-8", "gb18030"):
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return data.decode("utf-8", "replace").replace("\r\n", "\n")
