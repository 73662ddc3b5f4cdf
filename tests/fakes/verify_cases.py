"""Every way in which verify.py has to hold or refuse a log, its checkpoints and files."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from evidence_app.domain.custody import CustodyKind, Plain
from evidence_app.proof.enclosures import custody_file
from tests.fakes.custody_logs import DISPUTE, added, chained, log_of, original_of
from tests.fakes.forged_logs import (
    ForgedLine,
    canonical_text,
    changed,
    checkpoint_of,
    file_of,
    fresh_salt,
    loose,
    opened,
    rechained,
)
from tests.fakes.script_cases import ScriptCase

LINES = rechained(opened(log_of(9)))
LOG = file_of(LINES)
MARK = checkpoint_of(LINES, DISPUTE)
PLAIN = ("custody.jsonl", "checkpoint.txt")
HOLDS = "HOLDS: the log is whole and is the one that the checkpoints fix."
ORIGINALS = {f"o/E{number:03d}.png": original_of(number) for number in (1, 2, 3, 4)}
WITH_FILES = (*PLAIN, "--files", "o")


def verify_cases() -> list[ScriptCase]:
    """Return all cases."""
    groups = (_sound, _lines, _entries, _times, _payloads, _exhibits, _checkpoints, _files, _calls)
    return [case for group in groups for case in group()]


def _case(name: str, code: int, *says: str, log: bytes = LOG, mark: bytes = MARK, **fields: Any) -> ScriptCase:  # noqa: ANN401
    never = () if code == 0 else ("HOLDS",)
    files = {"custody.jsonl": log, "checkpoint.txt": mark} | fields.pop("files", {})
    return ScriptCase(name, files, fields.pop("arguments", PLAIN), code, says, never, **fields)


def _forged(name: str, words: str, lines: list[ForgedLine], *, sound: bool = False) -> ScriptCase:
    """A log whose checkpoint is made to fit, so that only the one check can refuse it."""
    return _case(name, 0 if sound else 1, words, log=file_of(lines), mark=checkpoint_of(lines, DISPUTE))


def _sound() -> Iterator[ScriptCase]:
    yield _case("whole log", 0, HOLDS, "9 entries of dispute " + DISPUTE, "9 of them show", " 0 keep it withheld")
    log = log_of(9)
    some = custody_file(log, lambda entry: entry.seq % 3 == 0)
    yield _case("withheld payloads", 0, HOLDS, "3 of them show", " 6 keep it withheld", log=some)
    yield _case("one entry", 0, HOLDS, "entries 0 to 0", log=file_of(LINES[:1]), mark=checkpoint_of(LINES[:1], DISPUTE))
    for size in (2, 3, 4, 5, 6, 7, 8):
        earlier = {"earlier.txt": checkpoint_of(LINES[:size], DISPUTE)}
        says = f"earlier.txt fixes entries 0 to {size - 1}"
        for order in ((*PLAIN, "earlier.txt"), ("custody.jsonl", "earlier.txt", "checkpoint.txt")):
            yield _case(
                f"earlier checkpoint of {size}, {order[-1]} last", 0, HOLDS, says, files=earlier, arguments=order
            )
    long = rechained(opened(log_of(70)))
    for size in (15, 16, 17, 33, 63, 64, 65, 70):
        lines = long[:size]
        yield _case(f"{size} entries", 0, HOLDS, log=file_of(lines), mark=checkpoint_of(lines, DISPUTE))
    yield _forged("every kind", HOLDS, _kinds(), sound=True)
    yield _forged(
        "names by UTF-16", HOLDS, _said({"\U0001f600": 1, "\ufb33": 2, "é": ['\x1f\t"\\', -7, {}]}), sound=True
    )
    yield _forged("largest numbers", HOLDS, _said({"a": 2**53 - 1, "b": -(2**53) + 1}), sound=True)


def _kinds() -> list[ForgedLine]:
    return rechained(
        opened(chained((kind, {"fields": {}} if kind != "add" else added(1, b"", "")) for kind in CustodyKind))
    )


def _said(payload: object) -> list[ForgedLine]:
    return _worded(canonical_text(payload), index=4)


def _worded(text: str, index: int = 3) -> list[ForgedLine]:
    """A log in which one entry honestly commits to a text, whatever it is."""
    return rechained(changed(LINES, index, lambda line: replace(line, payload=text, salt=fresh_salt(7))))


# -- lines ---------------------------------------------------------------------------------------------------------

NOT_CANONICAL = "not in canonical form"


def _lines() -> Iterator[ScriptCase]:
    yield _case("empty log", 1, "empty, or its last line is cut off", log=b"")
    yield _case("only a line end", 1, "line 1", log=b"\n")
    yield _case("last line cut off", 1, "cut off", log=LOG[:-1])
    yield _case("blank line at the end", 1, "line 10: not JSON", log=LOG + b"\n")
    yield _case("blank line first", 1, "line 1: not JSON", log=b"\n" + LOG)
    yield _case("carriage returns", 1, NOT_CANONICAL, log=LOG.replace(b"\n", b"\r\n"))
    yield _case("byte order mark", 1, "line 1: not JSON", log=b"\xef\xbb\xbf" + LOG)
    yield _case("not UTF-8", 1, "line 1: not UTF-8", log=LOG.replace("自".encode(), b"\xe8\x87", 1))
    yield _case("trailing blank", 1, NOT_CANONICAL, log=LOG.replace(b"\n", b" \n", 1))
    yield _case("not JSON", 1, "line 2: not JSON", log=LOG.replace(b'\n{"e"', b'\n{"e', 1))
    texts: dict[str, tuple[bytes, str]] = {
        "a list": (b'["e"]', "not an object"),
        "a text": (b'"e"', "not an object"),
        "no fields": (b"{}", "other fields than e"),
        "nested deeply": (b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
        "a lone surrogate": (b'{"\\ud800":"","e":""}', "not JSON"),
    }
    for name, (text, says) in texts.items():
        yield _case(f"line is {name}", 1, "line 4: ", says, log=_line_text(text))
    line = LINES[3].texts()[1]
    yield _case("field twice in the line", 1, "occurs twice", log=_line_text(b'{"e":"",' + line[1:]))
    yield _case("unknown field in the line", 1, "other fields than e", log=_line_fields(x="1"))
    yield _case("payload without salt", 1, "other fields than e", log=_line_fields(s=...))
    yield _case("salt without payload", 1, "other fields than e", log=_line_fields(p=...))
    yield _case("entry missing", 1, "other fields than e", log=_line_fields(e=...))
    entry = LINES[3].entry
    for name in ("e", "p", "s"):
        value = {"e": entry, "p": {}, "s": 7}[name]
        yield _case(f"{name} is no text", 1, "have to be texts", log=_line_fields(**{name: value}))
    yield _case("upper-case salt", 1, "unexpected value of s", log=_line_fields(s=(LINES[3].salt or "").upper()))
    yield _case("longer salt", 1, "unexpected value of s", log=_line_fields(s=(LINES[3].salt or "") + "00"))
    yield _case("shorter salt", 1, "unexpected value of s", log=_line_fields(s=(LINES[3].salt or "")[:-2]))
    yield _case("salt with a blank", 1, "unexpected value of s", log=_line_fields(s=" " + (LINES[3].salt or "")[:-1]))
    yield _case("entry escaped otherwise", 1, NOT_CANONICAL, log=LOG.replace(b'\\"add', b"\\u0022add", 1))
    yield _case("blank in the line", 1, NOT_CANONICAL, log=LOG.replace(b'{"e":', b'{"e": ', 1))


def _line_text(text: bytes) -> bytes:
    return file_of(changed(LINES, 3, lambda line: replace(line, line_text=text)))


def _line_fields(**fields: object) -> bytes:
    entry, _ = LINES[3].texts()
    whole = {"e": entry, "p": LINES[3].payload, "s": LINES[3].salt} | fields
    text = loose({name: value for name, value in whole.items() if value is not ...})
    return _line_text(text.encode())


# -- entries -------------------------------------------------------------------------------------------------------


def _entries() -> Iterator[ScriptCase]:
    values: dict[str, tuple[dict[str, object], str]] = {
        "version 2": ({"v": 2}, "unknown version"),
        "version as text": ({"v": "1"}, "unknown version"),
        "number as text": ({"seq": "3"}, "entry 3 expected"),
        "number repeated": ({"seq": 2}, "entry 3 expected"),
        "number skipped": ({"seq": 4}, "entry 3 expected"),
        "number negative": ({"seq": -3}, "entry 3 expected"),
        "unknown kind": ({"kind": "adds"}, "unknown kind"),
        "kind as list": ({"kind": ["add"]}, "unknown kind"),
        "kind as number": ({"kind": 3}, "unknown kind"),
        "upper-case kind": ({"kind": "Add"}, "unknown kind"),
        "upper-case commitment": ({"payload": "A" * 64}, "unexpected value of payload"),
        "short commitment": ({"payload": "a" * 63}, "unexpected value of payload"),
        "long commitment": ({"payload": "a" * 65}, "unexpected value of payload"),
        "commitment as number": ({"payload": 7}, "unexpected value of payload"),
        "upper-case prev": ({"prev": LINES[3].entry["prev"].upper()}, "unexpected value of prev"),
        "other prev": ({"prev": "0" * 64}, "does not continue"),
        "prev as number": ({"prev": 0}, "unexpected value of prev"),
        "other dispute": ({"dispute": "another"}, "belongs to another dispute"),
        "dispute with a line end": ({"dispute": DISPUTE + "\n"}, "unexpected value of dispute"),
        "dispute as number": ({"dispute": 5}, "unexpected value of dispute"),
        "dispute too long": ({"dispute": "a" * 65}, "unexpected value of dispute"),
        "unknown field": ({"x": ""}, "other fields than it should"),
    }
    for name, (fields, says) in values.items():
        yield _case(f"entry: {name}", 1, "line 4: ", says, log=_tail(LINES[3].entry | fields))
    for name in LINES[3].entry:
        rest = {key: value for key, value in LINES[3].entry.items() if key != name}
        yield _case(f"entry without {name}", 1, "other fields than it should", log=_tail(rest))
    text = LINES[3].texts()[0]
    odd: dict[str, tuple[str, str]] = {
        "field twice": (text.replace('{"at"', '{"at":"","at"', 1), "occurs twice"),
        "other order": (text.replace('{"at"', '{"v":1,"at"', 1).replace(',"v":1}', "}"), NOT_CANONICAL),
        "blank": (text.replace(":", ": ", 1), NOT_CANONICAL),
        "true for 1": (text.replace('"v":1', '"v":true'), "a value that logs do not use"),
        "1.0 for 1": (text.replace('"v":1', '"v":1.0'), "a value that logs do not use"),
        "NaN": (text.replace('"v":1', '"v":NaN'), "a value that logs do not use"),
        "minus zero": (text.replace('"seq":3', '"seq":-0'), NOT_CANONICAL),
        "a list": ("[]", "not an object"),
        "nothing": ("", "not JSON"),
    }
    for name, (changed_text, says) in odd.items():
        yield _case(f"entry: {name}", 1, "line 4: ", says, log=_tail({}, changed_text))
    first = replace(LINES[0], entry=LINES[0].entry | {"prev": "1" + "0" * 63})
    yield _case("first entry continues something", 1, "line 1: does not continue", log=file_of([first, *LINES[1:]]))
    yield _case("entry left out", 1, "line 4: entry 3 expected", log=file_of(LINES[:3] + LINES[4:]))
    yield _case("first entry left out", 1, "line 1: entry 0 expected", log=file_of(LINES[1:]))
    yield _case("entry twice", 1, "line 5: entry 4 expected", log=file_of([*LINES[:4], *LINES[3:]]))
    yield _case(
        "entries swapped", 1, "line 4: entry 3 expected", log=file_of([*LINES[:3], LINES[4], LINES[3], *LINES[5:]])
    )


def _tail(entry: dict[str, Any], text: str | None = None) -> bytes:
    """A log that ends with a changed entry, which still says what it said."""
    return file_of([*LINES[:3], replace(LINES[3], entry=entry, entry_text=text, payload=None, salt=None)])


def _times() -> Iterator[ScriptCase]:
    for at in (
        "2025-02-30T00:00:00.000Z",
        "2025-02-22T24:00:00.000Z",
        "2025-13-22T00:00:00.000Z",
        "0000-01-01T00:00:00.000Z",
    ):
        yield _case(f"no such time {at}", 1, "line 4: no such time", log=_tail(LINES[3].entry | {"at": at}))
    for at in (
        "2025-02-22T08:15:06.000z",
        "2025-02-22T08:15:06Z",
        "2025-02-22T08:15:06.000000Z",
        "2025-02-22T08:15:06.000+00:00",
        "2025-02-22 08:15:06.000Z",
        "٢٠٢٥-02-22T08:15:06.000Z",
        "2025-02-22T08:15:06.000Z\n",
        1740212106,
    ):
        yield _case(f"other form of time {at!r}", 1, "unexpected value of at", log=_tail(LINES[3].entry | {"at": at}))
    back = rechained(changed(LINES, 3, _at("2025-02-22T08:15:01.000Z")))
    says = "the computer's clock went back at entry 3, from 2025-02-22T08:15:05.000Z to 2025-02-22T08:15:01.000Z\n"
    yield _forged("the clock went back", says, back, sound=True)
    same = rechained(changed(LINES, 3, _at("2025-02-22T08:15:05.000Z")))
    quiet = _forged("two entries at once", HOLDS, same, sound=True)
    yield replace(quiet, never=("clock",))


def _at(at: str) -> Any:  # noqa: ANN401
    return lambda line: replace(line, entry=line.entry | {"at": at})


# -- payloads ------------------------------------------------------------------------------------------------------


def _payloads() -> Iterator[ScriptCase]:
    other = changed(LINES, 3, lambda line: replace(line, payload=(line.payload or "").replace("2", "3")))
    yield _case("says something else", 1, "line 4: what it says is not what was logged", log=file_of(other))
    salted = changed(LINES, 3, lambda line: replace(line, salt=fresh_salt(1)))
    yield _case("other salt", 1, "line 4: what it says is not what was logged", log=file_of(salted))
    exchanged = [*LINES[:3], replace(LINES[3], payload=LINES[5].payload, salt=LINES[5].salt), *LINES[4:]]
    yield _case("says what another says", 1, "line 4: what it says is not what was logged", log=file_of(exchanged))
    for text in ("NaN", "Infinity", "-Infinity", "1.5", "1e3", "-0.0", "true", "false", "null"):
        says = f"a value that logs do not use: {text}\n"
        yield _forged(f"payload: {text}", says, _worded(f'{{"a":{text}}}'))
        yield _forged(f"payload: list with {text}", says, _worded(f'{{"a":[1,{text}]}}'))
    for number in (2**53, -(2**53), 10**16, 10**17, 10**30, -(10**17)):
        yield _forged(f"payload: number {number}", "a number is too large", _worded(f'{{"a":{number}}}'))
    yield _forged("payload: number of 5,000 digits", "a number is too large", _worded(f'{{"a":{"9" * 5000}}}'))
    forms = {
        "blank": '{"a": 1}',
        "other order": '{"b":1,"a":1}',
        "order by code points": '{"\ufb33":1,"\U0001f600":2}',
        "escaped letter": '{"a":"\\u0041"}',
        "escaped slash": '{"a":"\\/"}',
        "upper-case escape": '{"a":"\\u001F"}',
        "minus zero": '{"a":-0}',
        "line end": '{"a":1}\n',
        "lone surrogate": '{"a":"\\ud800"}',
    }
    for name, text in forms.items():
        yield _forged(f"payload: {name}", NOT_CANONICAL, _worded(text))
    yield _forged("payload: a raw control character", "not JSON", _worded('{"a":"\x1f"}'))
    yield _forged("payload: field twice", "occurs twice", _worded('{"a":1,"a":1}'))
    yield _forged("payload: field twice within", "occurs twice", _worded('{"a":{"b":1,"b":1}}'))
    yield _forged("payload: a list", "not an object", _worded("[]"))
    yield _forged("payload: a number", "not an object", _worded("7"))
    yield _forged("payload: nothing", "not JSON", _worded(""))
    yield _forged("payload: nested deeply", "nested too deeply", _worded('{"a":' * 50_000 + "1" + "}" * 50_000))


def _exhibits() -> Iterator[ScriptCase]:
    sound = added(2, original_of(2), "x.png")
    duplicate = {"duplicate_of": "ex1", "name": "b.png", "sha256": 7}
    yield _forged("the same bytes again", HOLDS, _logged(duplicate), sound=True)
    bare = {"sha256": sound["sha256"], "number": 2, "name": ""}
    yield _forged("exhibit with nothing else", HOLDS, _logged(bare), sound=True)
    for name in ("sha256", "number", "name"):
        rest = {key: value for key, value in sound.items() if key != name}
        yield _forged(f"exhibit without {name}", "an exhibit without hash, number or name", _logged(rest))
    yield _forged(
        "exhibit with an upper-case hash", "unexpected value of sha256", _logged(sound | {"sha256": "A" * 64})
    )
    yield _forged(
        "exhibit with a number as text", "number of an exhibit is no number", _logged(sound | {"number": "2"})
    )
    yield _forged("exhibit with a name as number", "name of an exhibit is no text", _logged(sound | {"name": 2}))
    edit = replace(LINES[4], payload=loose({"sha256": 1}), salt=fresh_salt(3))
    yield _forged("another kind may say what it will", HOLDS, rechained([*LINES[:4], edit]), sound=True)


def _logged(payload: dict[str, Any]) -> list[ForgedLine]:
    return _worded(canonical_text(payload))


# -- checkpoints ---------------------------------------------------------------------------------------------------


def _checkpoints() -> Iterator[ScriptCase]:
    origin, size, root, _ = MARK.decode().split("\n")
    other = checkpoint_of(LINES[:8], DISPUTE).decode().split("\n")[2]
    sizes = {"8": "is not the checkpoint of the first 8", "10": "covers 10 entries, but the log has only 9"}
    sizes |= dict.fromkeys(("0", "-9", "09", "+9", "9 ", " 9", "9.0", "", "nine", "1" + "0" * 9), "not a checkpoint")
    sizes["1" + "0" * 8] = "but the log has only 9"
    for text, says in sizes.items():
        yield _mark(f"size {text!r}", says, f"{origin}\n{text}\n{root}\n")
    yield _mark("other root", "is not the checkpoint of the first 9", f"{origin}\n{size}\n{other}\n")
    yield _mark("root of another form", "is not the checkpoint", f"{origin}\n{size}\n{root.rstrip('=')}\n")
    yield _mark("no line end", "not a checkpoint", MARK.decode()[:-1])
    yield _mark("line more", "not a checkpoint", MARK.decode() + "more\n")
    yield _mark("text behind", "is not the checkpoint", MARK.decode() + "more")
    yield _mark("line ends of Windows", "not a checkpoint", MARK.decode().replace("\n", "\r\n"))
    yield _mark("size with a carriage return", "not a checkpoint", MARK.decode().replace("9\n", "9\r\n"))
    yield _mark("other origin", "belongs to another dispute", f"x{origin}\n{size}\n{root}\n")
    yield _mark("other dispute", "belongs to another dispute", f"{origin}x\n{size}\n{root}\n")
    yield _mark("empty", "not a checkpoint", "")
    yield _mark("letters beyond ASCII", "belongs to another dispute", f"{origin}é\n{size}\n{root}\n")
    yield _case("root beyond ASCII", 1, "is not the checkpoint", mark=MARK.replace(b"=", b"\xff"))
    shorter = checkpoint_of(LINES[:7], DISPUTE)
    yield _case(
        "entries after the last checkpoint", 1, "2 entries at the end of the log are covered by no", mark=shorter
    )
    several = {"earlier.txt": checkpoint_of(LINES[:8], DISPUTE)}
    arguments = (*PLAIN, "earlier.txt")
    yield _case(
        "after the last of several", 1, "1 entries at the end", mark=shorter, files=several, arguments=arguments
    )
    wrong = {"earlier.txt": checkpoint_of(LINES[:8], DISPUTE).replace(b"\n8\n", b"\n7\n")}
    yield _case("an earlier one is wrong", 1, "earlier.txt: is not", files=wrong, arguments=arguments)
    foreign = rechained([replace(line, entry=line.entry | {"dispute": "another"}) for line in LINES])
    yield _case("log of another dispute", 1, "belongs to another dispute", log=file_of(foreign))
    rewritten = rechained(changed(LINES, 1, _at("2025-02-22T08:15:03.500Z")))
    yield _case("log rewritten from the start", 1, "is not the checkpoint of the first 9", log=file_of(rewritten))


def _mark(name: str, says: str, text: str) -> ScriptCase:
    return _case(f"checkpoint: {name}", 1, "checkpoint.txt: ", says, mark=text.encode())


# -- files ---------------------------------------------------------------------------------------------------------


def _files() -> Iterator[ScriptCase]:
    case = partial(_case, arguments=WITH_FILES)
    yield case("all originals", 0, HOLDS, "4 files are exhibits", files=ORIGINALS)
    fewer = {name: data for name, data in ORIGINALS.items() if "2" not in name}
    says = "exhibit 2 (\\u622a\\u56fe 2.png) is in the log but not among"
    poor = case("console without Chinese letters", 0, HOLDS, says, files=fewer)
    yield replace(poor, encoding="latin-1")
    yield case("original absent", 0, "exhibit 2 (截图 2.png) is in the log but not among", "3 files are", files=fewer)
    yield replace(case("nothing absent", 0, files=ORIGINALS), never=("not among",))
    below = {f"o/a/b/{Path(name).name}": data for name, data in ORIGINALS.items()}
    yield case("originals in folders below", 0, HOLDS, "4 files are exhibits", files=below)
    yield case("folder missing", 1, "FAILED: no file is there: o")
    yield case("folder empty", 1, "FAILED: no file is there: o", prepare=lambda folder: (folder / "o").mkdir())
    yield case("folders empty", 1, "no file is there", prepare=lambda folder: (folder / "o/a/b").mkdir(parents=True))
    strange = ORIGINALS | {"o/a/E005.png": b"exhibit 5"}
    yield case("file that is not in the log", 1, "WRONG o/a/E005.png: NOT IN THE LOG", "1 of the files", files=strange)
    flipped = ORIGINALS | {"o/E001.png": b"exhibit 1 "}
    yield case("original changed", 1, "WRONG o/E001.png: NOT IN THE LOG", "ok    o/E002.png\n", files=flipped)
    crossed = ORIGINALS | {"o/E001.png": original_of(2), "o/E002.png": original_of(1)}
    says = "WRONG o/E001.png: named as another exhibit: these bytes are exhibit 2\n"
    yield case("originals exchanged", 1, says, "2 of the files are not", files=crossed)
    free = {"o/any name.jpg": original_of(1), "o/E2": original_of(2), "o/E3.tar.gz": original_of(1)}
    yield case("other names", 0, "2 files are exhibits", files=free)
    bare = {"o/E2": original_of(1)}
    yield case("name without an ending", 1, "these bytes are exhibit 1", files=bare)
    again = ORIGINALS | {"o/copy of E001.png": original_of(1)}
    yield case("copy", 0, "4 files are exhibits", files=again)
    yield case("empty file", 1, EMPTY_HASH, files={"o/E001.png": b""})
    yield case("large file", 1, "NOT IN THE LOG (SHA-256 " + LARGE_HASH, files={"o/E001.png": LARGE})
    withheld = custody_file(log_of(9), lambda entry: False)
    yield case("withheld exhibit", 1, "NOT IN THE LOG", log=withheld, files=ORIGINALS)
    one = ("custody.jsonl", "checkpoint.txt", "--files", "o/E001.png", "o/E003.png")
    yield _case("files one by one", 0, "2 files are exhibits", "exhibit 2 ", files=ORIGINALS, arguments=one)
    odd_name = ("custody.jsonl", "checkpoint.txt", "--files", "o/[1].png")
    yield _case(
        "file with a name like a pattern", 0, "1 files", files={"o/[1].png": original_of(1)}, arguments=odd_name
    )
    pattern = ("custody.jsonl", "checkpoint.txt", "--files", "o/E*.png")
    yield _case("files by a pattern", 0, "4 files are exhibits", files=ORIGINALS, arguments=pattern)
    nothing = ("custody.jsonl", "checkpoint.txt", "--files", "o/F*.png")
    yield _case("pattern of nothing", 1, "no file is there", files=ORIGINALS, arguments=nothing)
    tricky = added(5, b"5", "a\x1b[2J\u202egnp.exe")
    lines = rechained([*LINES, *opened(chained([(CustodyKind.ADD, tricky)]))])
    mark = checkpoint_of(lines, DISPUTE)
    says = "exhibit 5 (a\\x1b[2J\\u202egnp.exe)"
    yield case("name that plays tricks", 0, says, log=file_of(lines), mark=mark, files=ORIGINALS)
    yield from _stamps()
    if os.name == "posix":
        yield case("link", 1, "o/E009.png: not a regular file\n", files=ORIGINALS, prepare=_link)
        yield case("link to a folder", 1, "o/more: not a regular file", files=ORIGINALS, prepare=_folder_link)
        yield case("pipe", 1, "o/E009.png: not a regular file", files=ORIGINALS, prepare=_pipe)
        yield case("broken link", 1, "o/E009.png: not a regular file", files=ORIGINALS, prepare=_broken_link)
        yield case("folder that cannot be listed", 1, "FAILED: ", "too long", files=ORIGINALS, prepare=_too_deep)
        lone = ("custody.jsonl", "checkpoint.txt", "--files", "o/E009.png")
        yield _case("broken link by name", 1, "not a regular", files=ORIGINALS, prepare=_broken_link, arguments=lone)


def _stamps() -> Iterator[ScriptCase]:
    """Yield cases about timestamps that were made elsewhere and attached to exhibit 2."""
    token = b"token over exhibit 2"
    facts: dict[str, Plain] = {"exhibit": "ex2", "token": hashlib.sha256(token).hexdigest()}
    stamped = partial(_with_said, (CustodyKind.ANCHOR, facts))
    there, beside = "1 files are timestamps that were attached", {"o/E002.tsa": token}
    yield stamped("timestamp of an exhibit", 0, HOLDS, there, "4 files are exhibits", files=ORIGINALS | beside)
    second = ORIGINALS | {"o/E002.2.tsr": token}
    yield stamped("second timestamp of an exhibit", 0, there, files=second)
    yield stamped("timestamp absent", 0, HOLDS, "note  a timestamp of exhibit 2 is in the log but not", files=ORIGINALS)
    yield replace(stamped("no timestamp absent", 0, files=ORIGINALS | beside), never=("not among",))
    yield replace(stamped("no timestamp there", 0, files=ORIGINALS), never=("are timestamps",))
    moved = ORIGINALS | {"o/E001.tsa": token}
    yield stamped("timestamp named as another's", 1, "named as another exhibit: these bytes are exhibit 2", files=moved)
    moved = ORIGINALS | {"o/E001.2.tsa": token}
    yield stamped("second timestamp named as another's", 1, "these bytes are exhibit 2", files=moved)
    other = ORIGINALS | {"o/E002.tsa": b"another token"}
    yield stamped("another timestamp", 1, "WRONG o/E002.tsa: NOT IN THE LOG", files=other)
    with_files = partial(_with_said, files=ORIGINALS | beside)
    stranger = {"exhibit": "ex9", "token": facts["token"]}
    yield with_files((CustodyKind.ANCHOR, stranger), "timestamp of nobody", 1, "WRONG o/E002.tsa: NOT IN THE LOG")
    yield with_files((CustodyKind.NOTE, facts), "another kind attaches nothing", 1, "WRONG o/E002.tsa: NOT IN THE LOG")
    of_log: dict[str, Plain] = {"size": 3}
    yield _with_said((CustodyKind.ANCHOR, of_log), "anchor of the log", 0, HOLDS, files=ORIGINALS)
    bare: dict[str, Plain] = {"exhibit": "ex2"}
    yield _with_said((CustodyKind.ANCHOR, bare), "timestamp without hash", 1, "a timestamp without hash")
    loud: dict[str, Plain] = {"exhibit": "ex2", "token": "A" * 64}
    yield _with_said((CustodyKind.ANCHOR, loud), "timestamp with an upper-case hash", 1, "unexpected value of token")


def _with_said(
    said: tuple[CustodyKind, Plain], name: str, code: int, *says: str, files: dict[str, bytes] | None = None
) -> ScriptCase:
    """Return a case over the usual log with one more entry."""
    lines = rechained([*LINES, *opened(chained([said]))])
    log, mark = file_of(lines), checkpoint_of(lines, DISPUTE)
    return _case(name, code, *says, log=log, mark=mark, files=files or ORIGINALS, arguments=WITH_FILES)


EMPTY_HASH = f"NOT IN THE LOG (SHA-256 {hashlib.sha256(b'').hexdigest()})\n"
LARGE = bytes(range(256)) * 9000  # more than two blocks of a mebibyte
LARGE_HASH = hashlib.sha256(LARGE).hexdigest()


def _link(folder: Path) -> None:
    (folder / "o/E009.png").symlink_to("E001.png")


def _folder_link(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "o/more").symlink_to("../elsewhere")


def _broken_link(folder: Path) -> None:
    (folder / "o/E009.png").symlink_to("nowhere")


def _too_deep(folder: Path) -> None:
    """Make folders in folders until their path is longer than the system takes."""
    before = Path.cwd()
    try:
        os.chdir(folder / "o")
        for _ in range(20):
            Path("d" * 250).mkdir()
            os.chdir("d" * 250)
    finally:
        os.chdir(before)


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "o/E009.png")


# -- calls ---------------------------------------------------------------------------------------------------------


def _calls() -> Iterator[ScriptCase]:
    yield _case("no arguments", 2, "usage", arguments=())
    yield _case("no checkpoint", 2, "usage", arguments=("custody.jsonl",))
    yield _case("--files without a folder", 2, "usage", arguments=(*PLAIN, "--files"))
    yield _case("no such log", 1, "FAILED: ", "nothing.jsonl", arguments=("nothing.jsonl", "checkpoint.txt"))
    yield _case("no such checkpoint", 1, "FAILED: ", "nothing.txt", arguments=("custody.jsonl", "nothing.txt"))
