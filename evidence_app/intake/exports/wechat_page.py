"""Chats of WeChat as MemoTrace and WeFlow write them as pages: the messages are data for the page's own script.

MemoTrace: ``{ type:1, text: '…',is_send:0,avatar_path:'…',timestamp:1743926460,is_chatroom:0,displayname:'…'},`` one
after the other; type 0 is a time or what WeChat says. WeFlow: ``window.WEFLOW_DATA = [{"i":1,"s":0,
"a":"<img alt=name>","b":"<div class=message-time>…"}, …]``. The scripts are not run.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import LONGEST_WORDS, Attachment, Read, Unread
from evidence_app.intake.exports.chat_sides import Sides, noted, said
from evidence_app.intake.exports.hypertext import text_of, tree_of
from evidence_app.intake.exports.saved_page import is_page, page_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import epoch_s
from evidence_app.intake.exports.wechat_content import written_time

LOOKED_THROUGH = 2**20
"""Bytes of a page among which its data begin: styles and scripts stand before them."""

_OBJECT = re.compile(r"\{\s*type:\s*\d+\s*,")
_FIELD = re.compile(
    r"\s*,?\s*(\w{1,30}):\s*(?:'([^'\\]*+(?>\\.[^'\\]*+){0,99999})'|(-?\d{1,20}|None|null|true|false))", re.DOTALL
)
"""``text: '在吗'``, ``, is_send: 1``."""

_WEFLOW = re.compile(r"window\.WEFLOW_DATA\s*=\s*\[")
_NEXT = re.compile(r"[\s,]*")
_TITLE = re.compile(r"<title>\s*([^<]{1,300}?)\s*</title>", re.IGNORECASE)
_HEADING = re.compile(r'<h1[^>]{0,80}class="title"[^>]{0,80}>\s*([^<]{1,300}?)\s*</h1>')
_ALT = re.compile(r'\balt="([^"]{0,300})"')
_RELATIVE = re.compile(r"(?![a-z]+:|//|#)\S", re.IGNORECASE)
_FILES = frozenset({"3", "34", "43"})


def recognises(source: Source) -> bool:
    """Tell whether the file is a page with such data."""
    if not is_page(source):
        return False
    with source.path.open("rb") as file:
        beginning = file.read(LOOKED_THROUGH).decode("utf-8", "replace")
    if _WEFLOW.search(beginning):
        return True
    found = _OBJECT.search(beginning)
    return bool(found) and {"is_send", "timestamp"} <= set(_fields(beginning, found.start()) if found else {})


def read(source: Source) -> Iterator[Read]:
    """Yield every message and notice. Raises Unreadable (too-large), OSError."""
    page = page_of(source)
    weflow = _WEFLOW.search(page)
    yield from _of_weflow(page, weflow.end()) if weflow else _of_memotrace(page)


def _of_memotrace(page: str) -> Iterator[Read]:
    title = _TITLE.search(page)
    sides = Sides(html.unescape(title[1]) if title else "")
    for number, found in enumerate(_OBJECT.finditer(page), 1):
        fields, place = _fields(page, found.start()), f"element:{number}"
        time, text = epoch_s(fields.get("timestamp", "")), _text_of(fields)
        mine = {"0": False, "1": True}.get(fields.get("is_send", ""))
        if fields.get("type") == "0":
            if written_time(text, "") is None:
                yield noted(place, time, text, sides)
        elif mine is None or time is None:
            yield Unread(place, "record-incomplete", page[found.start() : found.start() + LONGEST_WORDS])
        else:
            speaker = "" if mine else fields.get("displayname", "")
            direction = Direction.OUT if mine else Direction.IN
            yield said(place, time, speaker, text, sides, direction=direction, attachments=_files_of(fields))


def _fields(page: str, start: int) -> dict[str, str]:
    """Return the fields of an object that stands as JavaScript."""
    fields: dict[str, str] = {}
    at = start + 1
    while found := _FIELD.match(page, at):
        value = found[3] if found[2] is None else re.sub(r"\\(.)", _unescaped, found[2], flags=re.DOTALL)
        fields.setdefault(found[1], value)
        at = found.end()
    return fields


def _unescaped(found: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t", "r": ""}.get(found[1], found[1])


def _text_of(fields: Mapping[str, str]) -> str:
    parts = [fields.get(each, "") for each in ("title", "description", "url", "file_name", "voice_to_text")]
    own = "" if fields.get("type") in _FILES or fields.get("file_name") else fields.get("text", "")
    quoted = f"「{fields['refer_text']}」" if fields.get("refer_text") else ""
    text = "\n".join(each for each in (own, quoted, *parts) if each)
    return html.unescape(re.sub(r"<br\s*/?>", "\n", text))


def _files_of(fields: Mapping[str, str]) -> tuple[Attachment, ...]:
    is_file = fields.get("type") in _FILES or bool(fields.get("file_name"))
    address = fields.get("text", "").removeprefix("./")
    return (Attachment(address),) if is_file and address and _RELATIVE.match(address) else ()


def _of_weflow(page: str, at: int) -> Iterator[Read]:
    heading = _HEADING.search(page) or _TITLE.search(page)
    sides = Sides(html.unescape(heading[1]) if heading else "")
    decoder, number = json.JSONDecoder(), 0
    end = page.find("</script", at)
    end = len(page) if end < 0 else end
    while True:
        at = _end(page, at)
        if at >= end:
            return
        if page[at] != "{":
            following = page.find('{"i":', at, end)
            if following < 0 and page[at] in "]<":
                return
            number += 1
            yield Unread(f"element:{number}", "record-damaged", page[at : at + LONGEST_WORDS])
            if following < 0:
                return
            at = following
            continue
        number += 1
        try:
            item, at = decoder.raw_decode(page, at)
        except RecursionError:  # a nest that nobody exports: each of its levels would fail as slowly
            yield Unread(f"element:{number}", "damaged-from-here", page[at : at + LONGEST_WORDS])
            return
        except ValueError:
            yield Unread(f"element:{number}", "record-damaged", page[at : at + LONGEST_WORDS])
            at = page.find('{"i":', at + 1)
            if at < 0:
                return
            continue
        yield _weflow_record(f"element:{number}", item, sides)


def _end(page: str, at: int) -> int:
    found = _NEXT.match(page, at)
    return found.end() if found else at


def _weflow_record(place: str, item: Mapping[str, object], sides: Sides) -> Read:
    shown, face = str(item.get("b") or ""), _ALT.search(str(item.get("a") or ""))
    root = tree_of(shown)
    stamps = [] if root is None else [each for each in root.iter("div", "span") if each.get("class") == "message-time"]
    written = (written_time(each.text or "", "wechat-page") for each in stamps)
    time = epoch_s(str(item.get("t") or "")) or next(filter(None, written), None)
    for each in stamps:
        each.text = ""
    text = "" if root is None else text_of(root)
    mine = item.get("s") in (1, True)
    if time is None and not text:
        return Unread(place, "record-incomplete", shown[:LONGEST_WORDS])
    addresses = [] if root is None else [each.get("src") or "" for each in root.iter("img", "video", "audio", "source")]
    files = tuple(Attachment(unquote(each)) for each in dict.fromkeys(addresses) if _RELATIVE.match(each))
    speaker = "" if mine or face is None else html.unescape(face[1])
    direction = Direction.OUT if mine else Direction.IN
    return said(place, time, speaker, text, sides, direction=direction, attachments=files)
