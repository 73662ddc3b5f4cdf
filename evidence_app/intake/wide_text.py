"""Text of two bytes to a character without a mark that says so, as some phones and old programs save it."""

import re

FEWEST = 8
"""Characters; fewer may be anything."""

ENCODINGS = ("utf-16-le", "utf-16-be")

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_PLAIN = re.compile("[\t\n\r -~]")
_USUAL = re.compile(
    "[\t\n\r -~\xa0-\xff\u2000-\u206f\u20a0-\u22ff\u2460-\u27bf\u3000-\u312f"
    "\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef\U0001f000-\U0001faff]"
)


def wide_encoding(head: bytes) -> str:
    """Return the encoding of a file that begins so, empty for all but such text.

    Text of any other encoding has no noughts, so that nothing of it would look like plain letters, digits and line
    ends here; where noughts were written into it, they come in blocks, which are controls.
    """
    if b"\0" not in head:
        return ""
    return next((each for each in ENCODINGS if _is_text(head[: len(head) // 2 * 2], each)), "")


def _is_text(head: bytes, encoding: str) -> bool:
    try:
        text = head.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(head) - 2:  # else a character of four bytes is cut in two
            return False
        text = head[: error.start].decode(encoding)
    plain, usual = len(_PLAIN.findall(text)), len(_USUAL.findall(text))
    return (
        len(text) >= FEWEST and not _CONTROLS.search(text) and plain * 20 >= len(text) and usual * 10 >= len(text) * 9
    )
